package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** An ACL, or what ACLs are searched by, as a client names it: nothing for what does not matter. */
record V3Acl(
        @JsonProperty("resource_type") @Nullable String resourceType,
        @JsonProperty("resource_name") @Nullable String resourceName,
        @JsonProperty("pattern_type") @Nullable String patternType,
        @Nullable String principal,
        @Nullable String host,
        @Nullable String operation,
        @Nullable String permission) {

    /** Several ACLs. */
    record Batch(@Nullable List<@Nullable V3Acl> data) {}

    static V3Acl of(AclBinding acl) {
        return new V3Acl(
                acl.pattern().resourceType().name(),
                acl.pattern().name(),
                acl.pattern().patternType().name(),
                acl.entry().principal(),
                acl.entry().host(),
                acl.entry().operation().name(),
                acl.entry().permissionType().name());
    }

    /**
     * What is searched for.
     *
     * @throws RestError when a word is none of Kafka's
     */
    AclBindingFilter filter() {
        return new AclBindingFilter(
                new ResourcePatternFilter(
                        word(ResourceType.class, "resource_type", resourceType, ResourceType.ANY),
                        given(resourceName),
                        word(PatternType.class, "pattern_type", patternType, PatternType.ANY)),
                new AccessControlEntryFilter(
                        given(principal),
                        given(host),
                        word(AclOperation.class, "operation", operation, AclOperation.ANY),
                        word(AclPermissionType.class, "permission", permission, AclPermissionType.ANY)));
    }

    /**
     * What is deleted: it must say more than a search.
     *
     * @throws RestError when it leaves too much open
     */
    AclBindingFilter deletion() {
        V3Body.required(given(resourceType), "resource_type");
        V3Body.required(given(patternType), "pattern_type");
        V3Body.required(given(operation), "operation");
        V3Body.required(given(permission), "permission");
        return filter();
    }

    /**
     * An ACL to be created.
     *
     * @throws RestError when it is none
     */
    AclBinding binding() {
        V3Body.required(resourceType, "resource_type");
        V3Body.required(operation, "operation");
        V3Body.required(permission, "permission");
        var type = word(ResourceType.class, "resource_type", resourceType, ResourceType.ANY);
        var pattern = word(PatternType.class, "pattern_type", patternType, PatternType.LITERAL);
        var allowed = word(AclOperation.class, "operation", operation, AclOperation.ANY);
        var kind = word(AclPermissionType.class, "permission", permission, AclPermissionType.ANY);
        precise("resource_type", type);
        precise("pattern_type", pattern);
        precise("operation", allowed);
        precise("permission", kind);
        return new AclBinding(
                new ResourcePattern(type, V3Body.required(resourceName, "resource_name"), pattern),
                new AccessControlEntry(
                        V3Body.required(principal, "principal"), host == null ? "*" : host, allowed, kind));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static <E extends Enum<E>> E word(Class<E> of, String name, @Nullable String given, E otherwise) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(given.toUpperCase(Locale.ROOT))
                        && !each.name().equals("UNKNOWN"))
                .findFirst()
                .orElseThrow(
                        () -> V3Errors.notFound("The valid values for %s do not include '%s'.".formatted(name, given)));
    }

    private static void precise(String name, Enum<?> value) {
        if (List.of("ANY", "MATCH", "UNKNOWN").contains(value.name())) {
            throw RestError.badRequest("%s of an ACL cannot be %s.".formatted(name, value));
        }
    }
}
