package dev.caudal.server.endpoint;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a value of a field. Values are never repeated where they may be secret. */
final class FieldCheck {
    /** Nothing that could be more than a host in an address of a driver. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Pattern CLUSTER_ARN = Pattern.compile(
            "arn:aws[a-z-]*:kafka:[a-z0-9-]{1,32}:[0-9]{12}:cluster/[A-Za-z0-9-]{1,64}/[A-Za-z0-9-]{1,64}");
    private static final Pattern ROLE_ARN =
            Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}");
    private static final Pattern URL = Pattern.compile("https?://([^/:@?#]+|\\[[^]@]*])(:([0-9]+))?/?");
    private static final int LONGEST = 64 * 1024;
    private static final String LOOK = "Look it up, and give it as it is there.";

    /**
     * What is wrong.
     *
     * @param what the rest of a sentence that begins with the field's name
     * @param remedy what to do
     */
    record Wrong(String what, String remedy) {}

    private FieldCheck() {}

    static Optional<Wrong> of(Field field, String value) {
        if (value.length() > LONGEST) {
            return wrong("has more than %d characters".formatted(LONGEST), LOOK);
        }
        return switch (field.form()) {
            case TEXT -> text(field, value);
            case HOST -> host(value);
            case HOST_LIST -> hosts(value);
            case PORT ->
                isPort(value) ? Optional.empty() : wrong("is '%s'".formatted(value), "Give a port from 1 to 65535.");
            case CHOICE -> choice(field, value);
            case PEM ->
                value.contains("-----BEGIN ")
                        ? Optional.empty()
                        : wrong("is no PEM", "Give text that begins with -----BEGIN and has all lines.");
            case CLUSTER_ARN ->
                like(
                        CLUSTER_ARN,
                        value,
                        "arn:aws:kafka:REGION:ACCOUNT:cluster/NAME/ID, as 'aws kafka list-clusters' shows it");
            case ROLE_ARN -> like(ROLE_ARN, value, "arn:aws:iam::ACCOUNT:role/NAME");
            case URL -> url(value);
        };
    }

    private static Optional<Wrong> text(Field field, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            return wrong("has control characters", "Leave them out.");
        }
        // A worker would put the secret of another endpoint in its place.
        return !field.secret() && value.contains("${")
                ? wrong("has '${', which is the beginning of a reference", "Leave it out.")
                : Optional.empty();
    }

    private static Optional<Wrong> host(String host) {
        if (!HOST.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            return wrong("is '%s'".formatted(host), "Give the name or the address of a host, IPv6 in brackets.");
        }
        return AddressPolicy.refusal(host).map(why -> new Wrong(why, AddressPolicy.REMEDY));
    }

    private static Optional<Wrong> hosts(String list) {
        for (var each : list.split(",", -1)) {
            var server = each.strip();
            int colon = server.lastIndexOf(':');
            if (colon < 0 || !isPort(server.substring(colon + 1))) {
                return wrong("has '%s'".formatted(server), "Give HOST:PORT, several with commas between them.");
            }
            var refused = host(server.substring(0, colon));
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static Optional<Wrong> like(Pattern form, String value, String example) {
        return form.matcher(value).matches()
                ? Optional.empty()
                : wrong("is '%s'".formatted(value), "Give it in the form %s.".formatted(example));
    }

    private static Optional<Wrong> url(String value) {
        var url = URL.matcher(value);
        if (!url.matches() || (url.group(3) != null && !isPort(url.group(3)))) {
            return wrong("is '%s'".formatted(value), "Give http://HOST:PORT or https://HOST:PORT.");
        }
        return host(url.group(1));
    }

    private static Optional<Wrong> choice(Field field, String value) {
        var all = field.choices().stream().map(Field.Choice::value).toList();
        return all.contains(value)
                ? Optional.empty()
                : wrong("is '%s'".formatted(value), "It can be %s.".formatted(String.join(", ", all)));
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) < 65_536;
    }

    private static Optional<Wrong> wrong(String what, String remedy) {
        return Optional.of(new Wrong(what, remedy));
    }
}
