package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The optional part of a table map event (source: MySQL's {@code Table_map_event::Optional_metadata_fields}; MariaDB
 * writes the same). Lists are empty where the server does not send the field.
 *
 * @param names the columns' names
 * @param unsigned the indexes of unsigned columns
 * @param signed whether {@code unsigned} was sent at all
 * @param collations by column the number of its collation, 0 where the column has none
 * @param labels by column the labels of an ENUM or SET, in the column's character set
 * @param primaryKey the indexes of the key's columns
 */
record TableMetadata(
        List<String> names,
        BitSet unsigned,
        boolean signed,
        int[] collations,
        List<List<byte[]>> labels,
        List<Integer> primaryKey) {

    private static final int SIGNEDNESS = 1;
    private static final int DEFAULT_CHARSET = 2;
    private static final int COLUMN_CHARSET = 3;
    private static final int COLUMN_NAME = 4;
    private static final int SET_LABELS = 5;
    private static final int ENUM_LABELS = 6;
    private static final int SIMPLE_PRIMARY_KEY = 8;
    private static final int PREFIX_PRIMARY_KEY = 9;
    private static final int ENUM_DEFAULT_CHARSET = 10;
    private static final int ENUM_COLUMN_CHARSET = 11;

    /** Reads the fields up to the end of the event. */
    static TableMetadata parse(LogCursor cursor, List<WireType> types, LogDialect dialect) {
        TableMetadata metadata = empty(types.size());
        List<Integer> characters = indexes(types, dialect::isCharacter);
        List<Integer> enumerations =
                indexes(types, type -> type.code() == WireType.ENUM || type.code() == WireType.SET);
        boolean signed = false;
        while (cursor.left() > 0) {
            int field = cursor.u1();
            LogCursor value = cursor.part(cursor.length());
            switch (field) {
                case SIGNEDNESS -> {
                    signed = true;
                    metadata.readSigns(value, indexes(types, WireType::isNumeric));
                }
                case DEFAULT_CHARSET -> metadata.readDefaultCollation(value, characters);
                case COLUMN_CHARSET -> metadata.readCollations(value, characters);
                case COLUMN_NAME -> readNames(value, metadata.names);
                case SET_LABELS -> metadata.readLabels(value, indexes(types, type -> type.code() == WireType.SET));
                case ENUM_LABELS -> metadata.readLabels(value, indexes(types, type -> type.code() == WireType.ENUM));
                case SIMPLE_PRIMARY_KEY -> metadata.readKey(value, false);
                case PREFIX_PRIMARY_KEY -> metadata.readKey(value, true);
                case ENUM_DEFAULT_CHARSET -> metadata.readDefaultCollation(value, enumerations);
                case ENUM_COLUMN_CHARSET -> metadata.readCollations(value, enumerations);
                default -> {
                    // Fields about GEOMETRY, VECTOR and visibility say nothing about values.
                }
            }
        }
        return new TableMetadata(
                metadata.names, metadata.unsigned, signed, metadata.collations, metadata.labels, metadata.primaryKey);
    }

    private static TableMetadata empty(int columns) {
        List<List<byte[]>> labels = new ArrayList<>(columns);
        for (int index = 0; index < columns; index++) {
            labels.add(List.of());
        }
        return new TableMetadata(new ArrayList<>(), new BitSet(), false, new int[columns], labels, new ArrayList<>());
    }

    private static List<Integer> indexes(List<WireType> types, java.util.function.Predicate<WireType> kind) {
        List<Integer> indexes = new ArrayList<>();
        for (int index = 0; index < types.size(); index++) {
            if (kind.test(types.get(index))) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    private void readSigns(LogCursor value, List<Integer> numeric) {
        int bits = 0;
        for (int position = 0; position < numeric.size(); position++) {
            if (position % 8 == 0) {
                bits = value.u1();
            }
            unsigned.set(numeric.get(position), (bits >> 7 - position % 8 & 1) != 0);
        }
    }

    private void readDefaultCollation(LogCursor value, List<Integer> columns) {
        int common = value.length();
        columns.forEach(index -> collations[index] = common);
        while (value.left() > 0) {
            int position = value.length();
            collations[columns.get(position)] = value.length();
        }
    }

    private void readCollations(LogCursor value, List<Integer> columns) {
        for (int position = 0; value.left() > 0; position++) {
            collations[columns.get(position)] = value.length();
        }
    }

    private static void readNames(LogCursor value, List<String> names) {
        while (value.left() > 0) {
            names.add(value.text(value.length()));
        }
    }

    private void readLabels(LogCursor value, List<Integer> enumerations) {
        for (int position = 0; value.left() > 0; position++) {
            List<byte[]> texts = new ArrayList<>();
            for (int count = value.length(); count > 0; count--) {
                texts.add(value.bytes(value.length()));
            }
            labels.set(enumerations.get(position), texts);
        }
    }

    private void readKey(LogCursor value, boolean prefixed) {
        while (value.left() > 0) {
            primaryKey.add(value.length());
            if (prefixed) {
                value.length();
            }
        }
    }
}
