package dev.caudal.server.api;

import dev.caudal.server.access.UserRole;
import dev.caudal.server.job.Job;
import dev.caudal.server.job.Jobs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Work that takes longer than a request. */
@Path(ApiServer.ROOT + "jobs")
@Produces("application/json")
public final class JobsResource {
    private final Jobs jobs;

    /**
     * Serves it.
     *
     * @param jobs of the platform
     */
    public JobsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** What is answered when a job was begun. */
    static Response begun(Job job) {
        return Response.accepted(job)
                .location(URI.create("/" + ApiServer.ROOT + "jobs/" + job.id()))
                .build();
    }

    /**
     * The last jobs, those of earlier runs of the platform among them.
     *
     * @return the newest first
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<Job> all() {
        return Items.all(jobs.all());
    }

    /**
     * A job.
     *
     * @param id its id
     * @return how it is now
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{id}")
    public Job one(@PathParam("id") String id) {
        return jobs.one(id);
    }

    /**
     * Tells a job to end.
     *
     * @param id its id
     * @return 202 with how it is now
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{id}/cancel")
    public Response cancel(@PathParam("id") String id) {
        return Response.accepted(jobs.cancel(id)).build();
    }
}
