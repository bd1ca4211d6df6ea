package dev.caudal.server.api;

import dev.caudal.s3.restore.BackupReport;
import dev.caudal.s3.restore.BackupSummary;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.backup.Backups;
import dev.caudal.server.backup.Buckets;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The buckets of the platform's object store, and the backups in them. */
@Path(ApiServer.ROOT + "buckets")
@Produces("application/json")
public final class BucketsResource {
    private final Buckets buckets;
    private final Backups backups;

    /**
     * Serves them.
     *
     * @param buckets of the platform
     * @param backups in them
     */
    public BucketsResource(Buckets buckets, Backups backups) {
        this.buckets = buckets;
        this.backups = backups;
    }

    /**
     * All buckets.
     *
     * @return by name
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<Buckets.Bucket> all() {
        return Items.all(buckets.all());
    }

    /**
     * What a bucket has, at a glance.
     *
     * @param bucket its name
     * @return by cluster
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{bucket}/backups")
    public Items<BackupSummary> backups(@PathParam("bucket") String bucket) {
        return Items.all(backups.in(bucket));
    }

    /**
     * What a bucket has of a topic.
     *
     * @param bucket its name
     * @param cluster what the cluster is called in the bucket
     * @param topic its name
     * @return with its partitions
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{bucket}/backups/{cluster}/topics/{topic}")
    public BackupReport topic(
            @PathParam("bucket") String bucket,
            @PathParam("cluster") String cluster,
            @PathParam("topic") String topic) {
        return backups.topic(bucket, cluster, topic);
    }

    /**
     * Begins to verify a backup.
     *
     * @param request of who wants it
     * @param bucket its name
     * @param cluster what the cluster is called in the bucket
     * @return 202 with the job
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{bucket}/backups/{cluster}/verify")
    public Response verify(
            @Context ContainerRequestContext request,
            @PathParam("bucket") String bucket,
            @PathParam("cluster") String cluster) {
        return JobsResource.begun(
                backups.verify(bucket, cluster, CallerHandler.caller(request).name()));
    }
}
