package dev.caudal.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import javax.net.SocketFactory;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * Asks a port in Kafka's protocol whether the broker that serves there has come up.
 *
 * <p>On a plain socket instead of by an admin client: that would fill the log while nothing listens yet.
 */
final class KafkaGreeting {
    private static final int TIMEOUT_MS = 2_000;
    private static final int LARGEST = 1 << 20;
    private static final short VERSION = 9;

    private KafkaGreeting() {}

    /** Whether the broker lists itself as a member of its cluster, which it does once it is registered. */
    static boolean answers(SocketFactory sockets, InetAddress address, int port) {
        try (var socket = sockets.createSocket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            return ask(socket).brokers().stream()
                    .anyMatch(each -> each.host().equals(address.getHostAddress()) && each.port() == port);
        } catch (IOException | ApiException e) {
            return false;
        }
    }

    private static MetadataResponse ask(Socket socket) throws IOException {
        var header = new RequestHeader(ApiKeys.METADATA, VERSION, "caudal-local", 1);
        var body = new MetadataRequestData().setTopics(List.of());
        var request = new MetadataRequest(body, VERSION).serializeWithHeader(header);
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(request.remaining());
        var bytes = new byte[request.remaining()];
        request.get(bytes);
        out.write(bytes);
        out.flush();
        return (MetadataResponse)
                AbstractResponse.parseResponse(packet(new DataInputStream(socket.getInputStream())), header);
    }

    private static ByteBuffer packet(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("no answer of a Kafka broker");
        }
        return ByteBuffer.wrap(in.readNBytes(length));
    }
}
