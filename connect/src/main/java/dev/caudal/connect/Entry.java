package dev.caudal.connect;

/**
 * One setting of a file.
 *
 * @param line where it begins, from 1
 * @param key its name
 * @param value its value, without blanks at its end
 * @param text its first line as it stands in the file
 */
record Entry(int line, String key, String value, String text) {
    boolean isEmpty() {
        return value.isBlank();
    }
}
