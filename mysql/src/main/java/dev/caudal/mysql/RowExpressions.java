package dev.caudal.mysql;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The expressions of one version of a table. For one thread; holds native memory until it is closed. */
final class RowExpressions implements AutoCloseable {

    private final Optional<ExpressionDatabase> database;
    private final Optional<RowExpression> filter;
    private final List<RowExpression> columns;
    private final Optional<RowExpression> key;
    private final Optional<RowExpression> topic;
    private final Optional<RowExpression> partition;
    private final Destinations destinations;

    private RowExpressions(TableStructure structure, TableShape shape, Optional<ExpressionDatabase> database) {
        this.database = database;
        filter = shape.filter().map(it -> RowExpression.filter(structure, it, database.orElseThrow()));
        columns = shape.computedColumns().stream()
                .map(it -> RowExpression.value(structure, it.name(), it.expression(), database.orElseThrow()))
                .toList();
        key = route(structure, shape, ComputedColumn.KEY);
        topic = route(structure, shape, ComputedColumn.TOPIC);
        partition = route(structure, shape, ComputedColumn.PARTITION);
        destinations = shape.destinations();
    }

    private Optional<RowExpression> route(TableStructure structure, TableShape shape, String name) {
        return shape.route(name).map(it -> RowExpression.value(structure, name, it, database.orElseThrow()));
    }

    /**
     * The expressions of a table's settings.
     *
     * @throws SourceException if the table lacks a column of one, SQLite does not take one, or is not here
     */
    static RowExpressions open(TableStructure structure, TableShape shape) {
        if (!shape.hasExpressions()) {
            return new RowExpressions(structure, shape, Optional.empty());
        }
        ExpressionDatabase database = ExpressionDatabase.open(structure.id());
        try {
            return new RowExpressions(structure, shape, Optional.of(database));
        } catch (SourceException e) {
            database.close();
            throw e;
        }
    }

    /** Whether there is none, so that all rows are sent as the table has them. */
    boolean isEmpty() {
        return database.isEmpty();
    }

    /** The indexes of the columns that they read. */
    IntStream inputs() {
        return Stream.of(filter.stream(), columns.stream(), key.stream(), topic.stream(), partition.stream())
                .flatMap(each -> each)
                .flatMap(expression -> expression.columns().stream())
                .mapToInt(Integer::intValue)
                .distinct();
    }

    /**
     * Whether the row is sent; one for which the filter is NULL is not.
     *
     * @throws RowException if the filter fails for it
     */
    boolean accepts(RowValues row) {
        return filter.isEmpty() || filter.get().of(row).isTrue();
    }

    /** The computed columns in their order. */
    List<RowExpression> columns() {
        return columns;
    }

    Optional<RowExpression> key() {
        return key;
    }

    Optional<RowExpression> topic() {
        return topic;
    }

    Optional<RowExpression> partition() {
        return partition;
    }

    /** Where rows may go. */
    Destinations destinations() {
        return destinations;
    }

    @Override
    public void close() {
        database.ifPresent(ExpressionDatabase::close);
    }
}
