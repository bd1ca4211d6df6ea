package dev.caudal.server.endpoint;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the server connects for whoever defines endpoints: not to addresses at which clouds give out credentials, nor to
 * others that no database and no broker has.
 */
final class AddressPolicy {
    static final String REMEDY = "Name the database or the brokers.";

    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private static final Set<String> METADATA_NAMES = Set.of("metadata", "metadata.google.internal", "instance-data");

    /** Those that are not link-local: of Alibaba Cloud, Oracle Cloud, and of Amazon by IPv6. */
    private static final Set<String> METADATA =
            Set.of("100.100.100.200", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "fd00:ec2:0:0:0:0:0:23");

    private AddressPolicy() {}

    /** Why a host that is written down may not be; says nothing of a name that has to be looked up. */
    static Optional<String> refusal(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (METADATA_NAMES.contains(name)) {
            return Optional.of("is '%s', where a cloud gives out credentials".formatted(host));
        }
        if (isNumbers(name) && !DOTTED.matcher(name).matches()) {
            return Optional.of("is '%s', an address in a spelling that programs read differently".formatted(host));
        }
        return name.startsWith("[") || isNumbers(name)
                ? addresses(name).stream().flatMap(it -> refusal(it).stream()).findFirst()
                : Optional.empty();
    }

    /**
     * Looks a host up and lets good ones pass.
     *
     * @return its addresses
     * @throws Refusal when one of its addresses may not be
     * @throws UnknownHostException when there is no such host
     */
    static List<InetAddress> check(String host) throws UnknownHostException {
        var all = List.of(InetAddress.getAllByName(host));
        all.stream().flatMap(it -> refusal(it).stream()).findFirst().ifPresent(why -> {
            throw Refusal.of(ProblemCode.ADDRESS_FORBIDDEN, "The host '%s' %s.".formatted(host, why), REMEDY);
        });
        return all;
    }

    private static Optional<String> refusal(InetAddress address) {
        boolean forbidden = address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || address.isAnyLocalAddress()
                || METADATA.contains(address.getHostAddress().replaceAll("%.*", ""));
        return forbidden
                ? Optional.of("is %s, which no database and no broker has".formatted(address.getHostAddress()))
                : Optional.empty();
    }

    /** Whether a resolver may take it for an address: numbers in any base, and any number of them. */
    private static boolean isNumbers(String name) {
        return Arrays.stream(name.split("\\.")).allMatch(part -> part.matches("0x[0-9a-f]*|[0-9]+"));
    }

    private static List<InetAddress> addresses(String literal) {
        try {
            return List.of(InetAddress.getAllByName(literal));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
