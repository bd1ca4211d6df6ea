package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.endpoint.Field;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A field of an endpoint as an option; secrets and certificates come from files, never from the command line. */
final class FieldOption {
    private FieldOption() {}

    /** With all that is to be known of the field. */
    static OptionSpec of(Field field) {
        var help = new StringBuilder(field.help().en());
        if (!field.choices().isEmpty()) {
            help.append(" One of ")
                    .append(String.join(
                            ", ",
                            field.choices().stream().map(Field.Choice::value).toList()))
                    .append('.');
        }
        if (!field.fallback().isEmpty()) {
            help.append(" Default: ").append(field.fallback()).append('.');
        }
        return of(field, (isFile(field) ? "A file with it, or - for the standard input. " : "") + help);
    }

    /** With some words. */
    static OptionSpec of(Field field, String help) {
        return OptionSpec.builder(name(field))
                .paramLabel(isFile(field) ? "FILE" : field.form().name().replace('_', '-'))
                .type(isFile(field) ? Path.class : String.class)
                .description(help.replace("%", "%%"))
                .build();
    }

    /** Puts what was given into settings. */
    static void read(CommandSpec spec, Field field, ObjectNode settings) {
        Object value = spec.findOption(name(field)).getValue();
        if (value instanceof Path file) {
            settings.put(field.name(), FileText.read(file).stripTrailing());
        } else if (value != null) {
            settings.put(field.name(), value.toString());
        }
    }

    private static String name(Field field) {
        return "--" + field.name() + (isFile(field) ? "-file" : "");
    }

    private static boolean isFile(Field field) {
        return field.secret() || field.form() == Field.Form.PEM;
    }
}
