package dev.caudal.server.definition;

import java.util.List;
import java.util.Map;

/** Saves two notes that belong together again and again, and prints each number when it was taken. */
final class SavingMain {
    private SavingMain() {}

    public static void main(String[] arguments) {
        try (var definitions = Definitions.open(Map.of("bootstrap.servers", arguments[0]), List.of(Note.KIND))) {
            for (int number = Integer.parseInt(arguments[1]); ; number++) {
                var note = new Note(Integer.toString(number), "");
                definitions.save(List.of(Change.put(Note.KIND, "left", note), Change.put(Note.KIND, "right", note)));
                System.out.println(number);
                System.out.flush();
            }
        }
    }
}
