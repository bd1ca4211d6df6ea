package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expression over the rows of one version of a table. Both load and log give it values as the text of the message, so
 * they agree on every row. For one thread; lives as long as its database.
 */
final class RowExpression {

    private final TableStructure structure;
    private final String what;
    private final Expression expression;
    private final ExpressionDatabase database;
    private final String sql;
    private final List<Integer> columns = new ArrayList<>();
    private final JsonBytes bound = new JsonBytes(64);
    private PreparedStatement statement;

    private RowExpression(
            TableStructure structure, String what, Expression expression, ExpressionDatabase database, String sql) {
        this.structure = structure;
        this.what = what;
        this.expression = expression;
        this.database = database;
        this.sql = sql;
        for (String name : expression.columns()) {
            int index = structure.indexOf(name);
            if (index < 0) {
                throw unusable("names the column " + name + ", which the table does not have.", null);
            }
            columns.add(index);
        }
        try {
            statement = database.prepare(sql);
        } catch (SQLException e) {
            throw unusable("cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Which rows are sent.
     *
     * @throws SourceException if the table lacks a column of the expression, or SQLite does not take it
     */
    static RowExpression filter(TableStructure structure, Expression expression, ExpressionDatabase database) {
        String sql = "SELECT CASE WHEN (" + expression.sql() + ") THEN 1 ELSE 0 END";
        return new RowExpression(structure, "filter", expression, database, sql);
    }

    /**
     * A value of a row.
     *
     * @param name what the value is for
     * @throws SourceException if the table lacks a column of the expression, or SQLite does not take it
     */
    static RowExpression value(
            TableStructure structure, String name, Expression expression, ExpressionDatabase database) {
        String sql = "SELECT (" + expression.sql() + ")";
        return new RowExpression(structure, "expression for " + name, expression, database, sql);
    }

    private SourceException unusable(String why, @Nullable SQLException cause) {
        String text = "The " + what + " of " + structure.id() + ", " + expression + ", " + why
                + " Correct it (table.settings).";
        return cause == null ? SourceException.fatal(text) : SourceException.fatal(text, cause);
    }

    /** The indexes of the columns that it reads. */
    List<Integer> columns() {
        return columns;
    }

    /**
     * The value for a row.
     *
     * @throws RowException if there is none
     */
    SqlValue of(RowValues row) {
        try {
            for (int number = 0; number < columns.size(); number++) {
                bind(number + 1, columns.get(number), row);
            }
            try (ResultSet result = statement.executeQuery()) {
                SqlValue value = new SqlValue(result.next() ? result.getObject(1) : null);
                if (!value.isFinite()) {
                    throw failed("it is no finite number.", null);
                }
                return value;
            }
        } catch (SQLException e) {
            prepareAgain();
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** That the value for a row cannot be used. */
    RowException failed(String why, @Nullable Exception cause) {
        return new RowException("The " + what + ", " + expression + ", failed: " + why, cause);
    }

    /** The driver ends a statement that fails. */
    private void prepareAgain() {
        try {
            statement.close();
            statement = database.prepare(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite takes an expression no more that it took: " + e.getMessage(), e);
        }
    }

    private void bind(int number, int index, RowValues row) throws SQLException {
        bound.clear();
        if (!row.text(index, bound)) {
            statement.setObject(number, null);
            return;
        }
        String text = bound.toString();
        switch (structure.columns().get(index).type()) {
            case TINYINT, SMALLINT, MEDIUMINT, INT, BIGINT, YEAR -> bindInteger(number, text);
            case DECIMAL, FLOAT, DOUBLE -> statement.setDouble(number, Double.parseDouble(text));
            case BOOLEAN -> statement.setInt(number, text.equals("true") ? 1 : 0);
            case CHAR, VARCHAR, TEXT, DATE, TIME, DATETIME, TIMESTAMP, ENUM, SET, BIT ->
                statement.setString(number, text);
        }
    }

    /** SQLite's whole numbers have a sign; larger ones are as exact as a double. */
    private void bindInteger(int number, String text) throws SQLException {
        try {
            statement.setLong(number, Long.parseLong(text));
        } catch (NumberFormatException e) {
            statement.setDouble(number, Double.parseDouble(text));
        }
    }
}
