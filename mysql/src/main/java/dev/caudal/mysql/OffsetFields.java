package dev.caudal.mysql;

import java.util.Map;

/** The fields of an offset as Connect hands them over; somebody may have written them by hand. */
record OffsetFields(Map<String, ?> offset) {

    long number(String name, long absent) {
        Object value = offset.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw wrong(name, value, "a whole number");
    }

    String text(String name, String absent) {
        Object value = offset.get(name);
        return value == null ? absent : value.toString();
    }

    boolean flag(String name, boolean absent) {
        Object value = offset.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, value, "true or false");
    }

    private static IllegalArgumentException wrong(String name, Object value, String wanted) {
        return new IllegalArgumentException("The offset's '" + name + "' is " + value + "; it must be " + wanted + ".");
    }
}
