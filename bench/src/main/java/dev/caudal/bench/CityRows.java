package dev.caudal.bench;

/** Rows in the shape of the table {@code city} of MySQL's sample database, as SQL. */
final class CityRows {
    /** The columns without the key's definition. */
    static final String COLUMNS = "ID INT NOT NULL AUTO_INCREMENT, Name CHAR(35) NOT NULL DEFAULT '',"
            + " CountryCode CHAR(3) NOT NULL DEFAULT '', District CHAR(20) NOT NULL DEFAULT '',"
            + " Population INT NOT NULL DEFAULT 0";

    private CityRows() {}

    /** The values of the row whose key is the SQL expression {@code id}. */
    static String of(String id) {
        return ("%1$s, CONCAT(ELT(1 + %1$s * 7 %% 10, 'Ald', 'San', 'Ber', 'Kor', 'Port', 'New', 'Wal', 'Lou', 'Bra', 'Ost'),"
                        + " ELT(1 + (%1$s DIV 10) * 3 %% 10, 'bang', 'ta', 'lin', 'ma', 'land', 'ville', 'dorf', 'que', 'zil', 'heim'),"
                        + " ELT(1 + (%1$s DIV 100) %% 4, '', ' City', 'stadt', ' del Mar')),"
                        + " ELT(1 + %1$s %% 10, 'IDN', 'USA', 'BRA', 'DEU', 'CHN', 'IND', 'FRA', 'ESP', 'RUS', 'JPN'),"
                        + " CONCAT(ELT(1 + (%1$s DIV 7) %% 4, 'East ', 'West ', 'North ', 'South '),"
                        + " ELT(1 + (%1$s DIV 31) %% 5, 'Java', 'Bavaria', 'Kansas', 'Bahia', 'Hubei')),"
                        + " 1000 + (%1$s * 2654435761) %% 8000000")
                .formatted(id);
    }
}
