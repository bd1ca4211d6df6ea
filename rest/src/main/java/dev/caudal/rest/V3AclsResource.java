package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.CreateAclsOptions;
import org.apache.kafka.clients.admin.DeleteAclsOptions;
import org.apache.kafka.clients.admin.DescribeAclsOptions;
import org.apache.kafka.common.acl.AclBinding;

/** ACLs of v3. */
@Path(V3Path.CLUSTER)
public final class V3AclsResource {
    private static final String ACLS = "acls";

    private final V3Kafka kafka;

    V3AclsResource(V3Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * The ACLs that fit.
     *
     * @param uri the request; its query says what fits
     * @return in some order that stays the same
     */
    @GET
    @Path(ACLS)
    public CompletionStage<V3Entity> acls(@Context UriInfo uri) {
        var wanted = wanted(uri).filter();
        return kafka.cluster(uri)
                .thenCompose(cluster -> kafka.when(
                        kafka.admin()
                                .describeAcls(wanted, kafka.inTime(new DescribeAclsOptions()))
                                .values(),
                        found -> V3Entity.list("KafkaAclList", cluster.under(ACLS), entities(cluster, found))));
    }

    /**
     * Creates an ACL.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @return nothing but where it can be found
     * @throws IOException when the body is not what is expected
     */
    @POST
    @Path(ACLS)
    public CompletionStage<Response> create(@Context UriInfo uri, @Context HttpServletRequest servlet)
            throws IOException {
        var acl = V3Body.read(servlet, V3Acl.class).binding();
        return kafka.cluster(uri)
                .thenCompose(cluster -> create(List.of(acl))
                        .thenApply(done -> Response.created(
                                        URI.create(search(cluster, acl).url()))
                                .build()));
    }

    /**
     * Creates ACLs.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @return nothing
     * @throws IOException when the body is not what is expected
     */
    @POST
    @Path(ACLS + ":batch")
    public CompletionStage<Response> createAll(@Context UriInfo uri, @Context HttpServletRequest servlet)
            throws IOException {
        var acls = V3Body.list(V3Body.read(servlet, V3Acl.Batch.class).data(), "data").stream()
                .map(V3Acl::binding)
                .toList();
        return kafka.cluster(uri)
                .thenCompose(cluster -> create(acls))
                .thenApply(done -> Response.noContent().build());
    }

    /**
     * Deletes the ACLs that fit.
     *
     * @param uri the request; its query says what fits
     * @return what is deleted
     */
    @DELETE
    @Path(ACLS)
    public CompletionStage<Map<String, List<V3Entity>>> delete(@Context UriInfo uri) {
        var wanted = wanted(uri).deletion();
        return kafka.cluster(uri)
                .thenCompose(cluster -> kafka.when(
                        kafka.admin()
                                .deleteAcls(List.of(wanted), kafka.inTime(new DeleteAclsOptions()))
                                .all(),
                        deleted -> Map.of("data", entities(cluster, deleted))));
    }

    private CompletionStage<Void> create(List<AclBinding> acls) {
        return kafka.ask(kafka.admin()
                .createAcls(acls, kafka.inTime(new CreateAclsOptions()))
                .all());
    }

    private static V3Acl wanted(UriInfo uri) {
        var query = uri.getQueryParameters();
        return new V3Acl(
                query.getFirst("resource_type"),
                query.getFirst("resource_name"),
                query.getFirst("pattern_type"),
                query.getFirst("principal"),
                query.getFirst("host"),
                query.getFirst("operation"),
                query.getFirst("permission"));
    }

    private static List<V3Entity> entities(V3Path cluster, Collection<AclBinding> acls) {
        return acls.stream()
                .sorted(Comparator.comparing(AclBinding::toString))
                .map(acl -> entity(cluster, acl))
                .toList();
    }

    private static V3Entity entity(V3Path cluster, AclBinding binding) {
        var acl = V3Acl.of(binding);
        return V3Entity.of("KafkaAcl", search(cluster, binding))
                .with("resource_type", acl.resourceType())
                .with("resource_name", acl.resourceName())
                .with("pattern_type", acl.patternType())
                .with("principal", acl.principal())
                .with("host", acl.host())
                .with("operation", acl.operation())
                .with("permission", acl.permission());
    }

    /** ACLs have no address of their own but the search that finds just this one. */
    private static V3Path search(V3Path cluster, AclBinding binding) {
        var acl = V3Acl.of(binding);
        var query = "resource_type=%s&resource_name=%s&pattern_type=%s&principal=%s&host=%s&operation=%s&permission=%s"
                .formatted(
                        acl.resourceType(),
                        V3Path.encode(binding.pattern().name()),
                        acl.patternType(),
                        V3Path.encode(binding.entry().principal()),
                        V3Path.encode(binding.entry().host()),
                        acl.operation(),
                        acl.permission());
        return new V3Path(cluster.cluster(), cluster.under(ACLS) + "?" + query, cluster.crn() + "/acl");
    }
}
