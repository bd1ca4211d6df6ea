package dev.caudal.server.api;

import dev.caudal.server.access.AuditLog;
import dev.caudal.server.access.Caller;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Lets only those call a method who have the role that it requires, and keeps who did. A server with a method that requires none does not start. */
final class RoleFeature implements DynamicFeature {
    private final AuditLog audit;

    RoleFeature(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
        // Jersey's own answers to OPTIONS have no resource of ours.
        if (!info.getResourceClass().isAnnotationPresent(Path.class)
                || info.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        var required = info.getResourceMethod().getAnnotation(Requires.class);
        if (required == null) {
            throw new IllegalStateException(
                    "%s does not say by @Requires which role may call it.".formatted(info.getResourceMethod()));
        }
        context.register(new RoleFilter(required.value()));
        context.register(new AuditFilter(audit, required.value()));
    }

    @Priority(Priorities.AUTHORIZATION)
    private record RoleFilter(UserRole required) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            var caller = CallerHandler.caller(request);
            if (!caller.role().includes(required)) {
                throw refusal(caller);
            }
        }

        private Refusal refusal(Caller caller) {
            return Refusal.of(
                    ProblemCode.ROLE_NEEDED,
                    "This needs the role %s, and %s has the role %s."
                            .formatted(
                                    required.word(),
                                    caller.name(),
                                    caller.role().word()),
                    "Ask somebody with that role, or for 'caudal user role %s %s'."
                            .formatted(caller.name(), required.word()));
        }
    }
}
