package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The body of a request, all of it in memory. Its reader may decode in place.
 *
 * @param bytes holds the body from its start
 * @param length how many bytes it has
 */
record Body(byte[] bytes, int length) {
    private static final String ATTRIBUTE = Body.class.getName();
    private static final Body NONE = new Body(new byte[0], 0);

    /** The body of this request; empty where it has none. */
    static Body of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Body body ? body : NONE;
    }

    /** How many bytes the body of this request has. */
    static int length(org.eclipse.jetty.server.Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Body body ? body.length() : 0;
    }

    /** The same before it reaches the resources. */
    static Body of(org.eclipse.jetty.server.Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Body body ? body : NONE;
    }

    void attach(org.eclipse.jetty.server.Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
