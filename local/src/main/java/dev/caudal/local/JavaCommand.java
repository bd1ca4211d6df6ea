package dev.caudal.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command of a Java child: the same Java and class path as this process.
 *
 * <p>The class path goes by the environment, which keeps the command readable; a stamp of its files stands in the command, so
 * that a child of an older build is recognized as one.
 *
 * @param classPath jars and folders, separated as the platform does
 */
public record JavaCommand(String classPath) {
    /** Options of the virtual machine for every child, between blanks; they win over ours. */
    private static final String MORE_OPTIONS = "CAUDAL_SERVER_JAVA_OPTIONS";

    /**
     * The class path of this process.
     *
     * @return with which children find what this process finds
     */
    public static JavaCommand likeThisProcess() {
        return new JavaCommand(System.getProperty("java.class.path"));
    }

    /**
     * Program and arguments.
     *
     * @param options of the virtual machine
     * @param main the class that it begins with
     * @param arguments of that
     * @return to start a process with
     */
    public List<String> of(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        Stream.of(System.getenv().getOrDefault(MORE_OPTIONS, "").split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.add("-Dcaudal.build=" + Integer.toHexString(stamp()));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * What the child's environment needs.
     *
     * @return variables
     */
    public Map<String, String> environment() {
        return Map.of("CLASSPATH", absolute());
    }

    private String absolute() {
        return entries().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private int stamp() {
        return entries().mapToInt(JavaCommand::stamp).sum();
    }

    private Stream<Path> entries() {
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).map(Path::toAbsolutePath);
    }

    private static int stamp(Path entry) {
        try {
            var modified = Files.isRegularFile(entry)
                    ? Files.getLastModifiedTime(entry).toMillis()
                    : 0;
            return 31 * entry.hashCode() + Long.hashCode(modified);
        } catch (IOException e) {
            return entry.hashCode();
        }
    }
}
