package dev.caudal.server.endpoint;

import dev.caudal.server.definition.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A setting of a type of endpoints.
 *
 * @param name letters and hyphens, the same in JSON and, with two hyphens before it, as an option of a command
 * @param form what its values look like
 * @param fallback the value where none is given, empty for none
 * @param required whether there must be one, where {@code when} holds
 * @param secret whether nobody gets to see it again
 * @param group what it stands together with
 * @param choices the values that there are, where there are only some
 * @param when the other field, and its values, with which this one counts; empty: always
 * @param label its name for people
 * @param help what it means
 */
public record Field(
        String name,
        Form form,
        String fallback,
        boolean required,
        boolean secret,
        String group,
        List<Choice> choices,
        Map<String, List<String>> when,
        Text label,
        Text help) {

    /** What values look like. */
    public enum Form {
        /** A line of text. */
        TEXT,
        /** The name or address of a host. */
        HOST,
        /** Hosts with ports, separated by commas. */
        HOST_LIST,
        /** A TCP port. */
        PORT,
        /** One of the choices. */
        CHOICE,
        /** Certificates or a key in PEM, several lines. */
        PEM,
        /** The ARN of a cluster of Amazon MSK. */
        CLUSTER_ARN,
        /** The ARN of a role of IAM. */
        ROLE_ARN,
        /** The address of an HTTP API: scheme, host and port. */
        URL
    }

    /**
     * A value of a field that has only some.
     *
     * @param value the value
     * @param label what it is for people
     */
    public record Choice(String value, Text label) {}

    static Field of(String name, Form form, String group, Text label, Text help) {
        return new Field(name, form, "", false, false, group, List.of(), Map.of(), label, help);
    }

    /** A password, which is kept and never shown. */
    static Field password(String name) {
        return of(
                        name,
                        Form.TEXT,
                        "login",
                        new Text("Contraseña", "Password"),
                        new Text(
                                "Se guarda cifrada y no se vuelve a mostrar.",
                                "Is kept encrypted and not shown again."))
                .withSecret();
    }

    Field withRequired() {
        return new Field(name, form, fallback, true, secret, group, choices, when, label, help);
    }

    Field withFallback(String value) {
        return new Field(name, form, value, required, secret, group, choices, when, label, help);
    }

    Field withSecret() {
        return new Field(name, form, fallback, required, true, group, choices, when, label, help);
    }

    Field withChoices(Choice... all) {
        return new Field(name, form, fallback, required, secret, group, List.of(all), when, label, help);
    }

    Field withWhen(String other, String... values) {
        return new Field(
                name, form, fallback, required, secret, group, choices, Map.of(other, List.of(values)), label, help);
    }

    /** Whether it counts beside these. */
    boolean counts(Map<String, String> values) {
        return when.entrySet().stream()
                .allMatch(each -> each.getValue().contains(values.getOrDefault(each.getKey(), "")));
    }

    /** Lets good values pass. */
    void check(String value) {
        FieldCheck.of(this, value).ifPresent(wrong -> {
            throw refusal(wrong);
        });
    }

    Refusal missing() {
        return Refusal.invalid(path(), "%s is missing.".formatted(name), "Give it: " + help.en());
    }

    /** Its place in an endpoint. */
    String path() {
        return "settings." + name;
    }

    private Refusal refusal(FieldCheck.Wrong wrong) {
        return Refusal.invalid(path(), name + " " + wrong.what() + ".", wrong.remedy());
    }
}
