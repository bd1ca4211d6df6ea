package dev.caudal.cluster;

import java.util.List;
import java.util.Map;

/** The users of SASL/SCRAM of a cluster, as secrets that are associated with it. */
record ScramApi(Targets targets, Scram scram) implements ApiGroup {
    private static final int MOST = 10;

    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "BatchAssociateScramSecret",
                        (request, path) -> {
                            var cluster = ready(path);
                            return answer(cluster, scram.associate(cluster, arns(request)));
                        },
                "BatchDisassociateScramSecret",
                        (request, path) -> {
                            var cluster = ready(path);
                            return answer(cluster, scram.disassociate(cluster, arns(request)));
                        },
                "ListScramSecrets", this::list);
    }

    private ApiAnswer list(ApiRequest request, List<String> path) {
        var arns = targets.definition(path).secrets();
        return ApiAnswer.of(Page.of(request).writeTexts("secretArnList", arns));
    }

    private UserHome ready(List<String> path) {
        var local = targets.local(path);
        if (local.isPresent()) {
            return local.get()
                    .users()
                    .orElseThrow(
                            () -> ApiError.badRequest(
                                    "clusterArn",
                                    "The platform's own broker has users only where it serves other machines: start it by 'caudal up --advertise HOST'."));
        }
        var cluster = targets.cluster(path);
        if (!cluster.definition().spec().authentication().scram()) {
            throw ApiError.badRequest("clusterArn", "The cluster has no SASL/SCRAM. Enable it by UpdateSecurity.");
        }
        if (cluster.state() != ClusterState.ACTIVE) {
            throw ApiError.badRequest(
                    "clusterArn", "The cluster is in the state %s; its users need ACTIVE.".formatted(cluster.state()));
        }
        return cluster;
    }

    private static List<String> arns(ApiRequest request) {
        var arns = Fields.of(request.body()).texts("secretArnList");
        if (arns.isEmpty() || arns.size() > MOST) {
            throw ApiError.badRequest(
                    "secretArnList", "Give 1 to %d ARNs of secrets, not %d.".formatted(MOST, arns.size()));
        }
        return arns;
    }

    private static ApiAnswer answer(UserHome cluster, List<Scram.Refusal> refused) {
        var body = ClusterJson.object()
                .put("clusterArn", cluster.definition().arn().toString());
        var list = body.putArray("unprocessedScramSecrets");
        refused.forEach(each -> list.addObject()
                .put("secretArn", each.arn())
                .put("errorCode", each.code())
                .put("errorMessage", each.message()));
        return ApiAnswer.of(body);
    }
}
