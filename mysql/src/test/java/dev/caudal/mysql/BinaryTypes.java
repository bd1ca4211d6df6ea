package dev.caudal.mysql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of bits and bytes. */
record BinaryTypes(TypeCases cases) {

    void add(boolean mariaDb) {
        bytes();
        geometry(mariaDb);
    }

    private void bytes() {
        cases.is("BIT", "b'1'", "true", "b'0'", "false");
        cases.is("BIT(3)", "b'101'", "'05'", "b'0'", "'00'");
        cases.is("BIT(12)", "b'101010111100'", "'0ABC'", "1", "'0001'");
        cases.is("BIT(64)", "~0", "'FFFFFFFFFFFFFFFF'", "1", "'0000000000000001'");
        cases.is("SET('a','b','c d')", "''", "''", "'c d,a'", "'a,c d'", "7", "'a,b,c d'");
        cases.is("SET('ñ','€') CHARACTER SET latin1", "'ñ,€'", "'ñ,€'", "'€'", "'€'");
        String labels = IntStream.range(0, 64).mapToObj(n -> "'s" + n + "'").collect(Collectors.joining(","));
        cases.is("SET(" + labels + ")", "'s63'", "'s63'", "'s0,s31,s32,s62'", "'s0,s31,s32,s62'");
        cases.is("BINARY", "'a'", "'61'", "''", "'00'");
        cases.is("BINARY(4)", "'ab'", "'61620000'", "X'FF00FF00'", "'FF00FF00'", "''", "'00000000'");
        cases.is("BINARY(16)", "X'0123'", "'0123" + "0".repeat(28) + "'", "''", "'" + "0".repeat(32) + "'");
        cases.is("BINARY(255)", "REPEAT('z', 255)", "'" + "7A".repeat(255) + "'", "''", "'" + "00".repeat(255) + "'");
        for (String type : List.of("VARBINARY(200)", "VARBINARY(300)", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB")) {
            cases.is(type, "''", "''", "X'00FF7F80'", "'00FF7F80'", "'a\"\\\\'", "'61225C'", "X'0000'", "'0000'");
        }
        cases.is("MEDIUMBLOB", "REPEAT(X'AB', 70000)", "'" + "AB".repeat(70_000) + "'");
    }

    /** The number of the reference system is left out; the first coordinate is the one that is stored first. */
    private void geometry(boolean mariaDb) {
        String point = "0101000000000000000000F03F0000000000000040";
        // MySQL reads latitude first where the reference system says so, and stores longitude first.
        String swapped = "01010000000000000000000040000000000000F03F";
        cases.is("POINT", "ST_GeomFromText('POINT(1 2)')", "'" + point + "'");
        cases.is("GEOMETRY", "ST_GeomFromText('POINT(1 2)', 4326)", "'" + (mariaDb ? point : swapped) + "'");
        cases.is(
                "LINESTRING",
                "ST_GeomFromText('LINESTRING(1 2, 1 2)')",
                "'010200000002000000" + point.substring(10) + point.substring(10) + "'");
        cases.is(
                "GEOMETRYCOLLECTION",
                "ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 2))')",
                "'010700000001000000" + point + "'");
    }
}
