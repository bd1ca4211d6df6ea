package dev.caudal.server;

import dev.caudal.local.LocalDirectory;
import dev.caudal.server.api.AboutResource.Part;
import dev.caudal.server.api.BackupTasksResource;
import dev.caudal.server.api.BucketsResource;
import dev.caudal.server.api.ClustersResource;
import dev.caudal.server.api.ConnectorsResource;
import dev.caudal.server.api.DrillsResource;
import dev.caudal.server.api.EndpointTablesResource;
import dev.caudal.server.api.EndpointTestResource;
import dev.caudal.server.api.EndpointTypesResource;
import dev.caudal.server.api.EndpointsResource;
import dev.caudal.server.api.JobsResource;
import dev.caudal.server.api.LogLevelsResource;
import dev.caudal.server.api.MessagesResource;
import dev.caudal.server.api.MetricsResource;
import dev.caudal.server.api.MonitorResource;
import dev.caudal.server.api.OpenApiResource;
import dev.caudal.server.api.PortfolioResource;
import dev.caudal.server.api.RecoveryResource;
import dev.caudal.server.api.RestProxyResource;
import dev.caudal.server.api.TaskActionsResource;
import dev.caudal.server.api.TasksResource;
import dev.caudal.server.api.WorldDatabaseResource;
import dev.caudal.server.backup.BackupTasks;
import dev.caudal.server.backup.Backups;
import dev.caudal.server.backup.Buckets;
import dev.caudal.server.backup.RestoreRequest.Target;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Portfolio;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.drill.Drills;
import dev.caudal.server.endpoint.Endpoints;
import dev.caudal.server.endpoint.PortableEndpoints;
import dev.caudal.server.job.Jobs;
import dev.caudal.server.monitor.LogLevels;
import dev.caudal.server.monitor.Monitor;
import dev.caudal.server.proxy.ProxyClient;
import dev.caudal.server.task.PortableTasks;
import dev.caudal.server.task.TaskRuns;
import dev.caudal.server.task.TaskTarget;
import dev.caudal.server.task.Tasks;
import dev.caudal.server.task.Workers;
import dev.caudal.server.world.WorldTask;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API serves of a platform's work, each with what it needs of the others. */
record PlatformResources(
        LocalDirectory folder,
        String bootstrapServers,
        ConnectClient connect,
        Definitions definitions,
        SecretBox box,
        Monitor monitor,
        LogLevels levels,
        Jobs jobs,
        PlatformApi.Others others) {

    /** All of them; more may be added. */
    List<Object> all() {
        var endpoints = new Endpoints(definitions, box);
        var resources = new ArrayList<Object>();
        resources.addAll(tasks(endpoints));
        resources.addAll(recovery(endpoints));
        resources.add(new MetricsResource(monitor));
        resources.add(new ConnectorsResource(connect, Workers::isTask));
        resources.add(new ClustersResource(others.clusters()));
        resources.add(new RestProxyResource(new ProxyClient(proxy())));
        resources.add(new OpenApiResource());
        return resources;
    }

    private List<Object> tasks(Endpoints endpoints) {
        var workers = new Workers(ConnectWorker.GROUP, bootstrapServers);
        var tasks = new Tasks(definitions, endpoints, connect, workers, new MonitorSigns(monitor));
        var target = new TaskTarget(tasks, endpoints, monitor::topics);
        var runs = new TaskRuns(tasks, definitions, endpoints, connect);
        var portfolio = new Portfolio(definitions, List.of(new PortableEndpoints(box), new PortableTasks()));
        return List.of(
                new EndpointTypesResource(),
                new EndpointsResource(endpoints),
                new EndpointTestResource(endpoints),
                new EndpointTablesResource(endpoints),
                new TasksResource(tasks, runs),
                new TaskActionsResource(tasks, runs),
                new MonitorResource(monitor, tasks::require),
                new MessagesResource(target::topics, target::clients),
                new LogLevelsResource(levels, tasks::require),
                new PortfolioResource(portfolio),
                new WorldDatabaseResource(others.world(), new WorldTask(endpoints, tasks, bootstrapServers)));
    }

    private List<Object> recovery(Endpoints endpoints) {
        var buckets = new Buckets(others.store());
        var backups = new Backups(buckets, where -> clients(where, endpoints), jobs);
        return List.of(
                new BucketsResource(buckets, backups),
                new BackupTasksResource(new BackupTasks(buckets, connect, bootstrapServers)),
                new RecoveryResource(backups),
                new DrillsResource(new Drills(folder, jobs)),
                new JobsResource(jobs));
    }

    private Map<String, Object> clients(Target target, Endpoints endpoints) {
        return switch (target.kind()) {
            case CLUSTER -> others.clusters().clients(target.name());
            case ENDPOINT -> Map.copyOf(endpoints.clients(target.name()));
        };
    }

    private Optional<URI> proxy() {
        return others.parts().stream()
                .filter(part -> part.name().equals("rest"))
                .map(Part::address)
                .map(URI::create)
                .findFirst();
    }
}
