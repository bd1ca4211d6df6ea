package dev.caudal.s3.sink;

/**
 * Names of objects.
 *
 * @param root the folder of all, or empty
 * @param folders what separates folders
 * @param parts what separates the parts of a name
 * @param width digits of an offset
 */
record ObjectNames(String root, String folders, String parts, int width) {

    /** The name up to the extension. */
    String stem(String topic, String folder, int partition, long offset) {
        StringBuilder name = new StringBuilder(128);
        if (!root.isEmpty()) {
            name.append(root).append(folders);
        }
        name.append(topic).append(folders);
        if (!folder.isEmpty()) {
            name.append(folder).append(folders);
        }
        name.append(topic).append(parts).append(partition).append(parts);
        String digits = Long.toString(offset);
        for (int missing = width - digits.length(); missing > 0; missing--) {
            name.append('0');
        }
        return name.append(digits).toString();
    }
}
