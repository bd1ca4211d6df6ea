package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * The other side of a request's connection.
 *
 * @param endPoint the connection
 */
record Client(ProbedEndPoint endPoint) {

    static Client of(HttpServletRequest request) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return new Client((ProbedEndPoint) endPoint);
    }

    /** Whether it has closed the connection. */
    boolean isGone() {
        return endPoint.isGone();
    }

    /** Whether its connection is closed, asked while no request is being answered on it. */
    boolean isClosed() {
        return !endPoint.isOpen();
    }
}
