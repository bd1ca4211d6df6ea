package dev.caudal.mysql;

/** Columns that MariaDB alone has. */
record MariaDbTypes(TypeCases cases) {

    void add() {
        addresses();
        compressed();
    }

    private void addresses() {
        cases.is(
                "UUID",
                "'123e4567-e89b-12d3-a456-426655440000'",
                "'123e4567-e89b-12d3-a456-426655440000'",
                "'FFFFFFFF-ffff-4fff-bfff-ffffffffffff'",
                "'ffffffff-ffff-4fff-bfff-ffffffffffff'",
                "'00000000-0000-0000-0000-000000000000'",
                "'00000000-0000-0000-0000-000000000000'",
                "'018f4a3c-1234-7abc-8def-0123456789ab'",
                "'018f4a3c-1234-7abc-8def-0123456789ab'");
        cases.same("INET4", "'0.0.0.0'", "'1.2.3.0'", "'255.255.255.255'");
        cases.same(
                "INET6",
                "'::'",
                "'::1'",
                "'1::'",
                "'2001:db8::ff00:42:8329'",
                "'1::2:0:0:4:5'",
                "'1::2:3:4:5:6:7'",
                "'::1.2.3.4'",
                "'::ffff:1.2.3.4'",
                "'::0.2.0.3'",
                "'1:2:3:4:5:6:7:8'",
                "'::ffff:0:102:304'");
    }

    private void compressed() {
        String text = "é".repeat(70_000);
        cases.is(
                "VARCHAR(200) COMPRESSED",
                "''",
                "''",
                "'short'",
                "'short'",
                "REPEAT('é', 200)",
                "'" + "é".repeat(200) + "'");
        cases.is("LONGTEXT COMPRESSED", "''", "''", "'short'", "'short'", "REPEAT('é', 70000)", "'" + text + "'");
        cases.is("TEXT COMPRESSED CHARACTER SET latin1", "REPEAT('é', 300)", "'" + "é".repeat(300) + "'");
        cases.is("BLOB COMPRESSED", "REPEAT(X'AB', 300)", "'" + "AB".repeat(300) + "'", "X'00'", "'00'");
        cases.is("VARBINARY(300) COMPRESSED", "REPEAT(X'AB', 300)", "'" + "AB".repeat(300) + "'", "''", "''");
    }
}
