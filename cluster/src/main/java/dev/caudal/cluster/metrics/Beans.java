package dev.caudal.cluster.metrics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Values of the beans of this process.
 *
 * @param server where they are
 */
record Beans(MBeanServer server) {

    Set<ObjectName> named(ObjectName pattern) {
        return server.queryNames(pattern, null);
    }

    /** A number; empty where the bean is not there, or has just gone, or has measured nothing. */
    OptionalDouble number(ObjectName bean, String attribute) {
        return value(bean, attribute)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /** The sum over all beans of a pattern; empty where none has a value. */
    OptionalDouble sum(ObjectName pattern, String attribute) {
        return named(pattern).stream()
                .map(bean -> number(bean, attribute))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .reduce(Double::sum);
    }

    private Optional<Object> value(ObjectName bean, String attribute) {
        try {
            return Optional.ofNullable(server.getAttribute(bean, attribute));
        } catch (JMException e) {
            return Optional.empty();
        }
    }
}
