package dev.caudal.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The users of SASL/SCRAM that clusters have: secrets that are associated with them. */
record Scram(Clusters clusters, Secrets secrets) {

    /** Why a secret was not associated, or not taken from a cluster. */
    record Refusal(String arn, String code, String message) {}

    /** Gives a cluster the users of secrets; those that cannot be are answered. */
    List<Refusal> associate(UserHome cluster, List<String> arns) {
        var refused = new ArrayList<Refusal>();
        try (var admin = cluster.admin()) {
            for (var arn : arns) {
                refusal(cluster, arn).ifPresentOrElse(refused::add, () -> {
                    admin.putUser(ScramUser.of(secrets.get(arn)).orElseThrow());
                    cluster.edit(now -> now.withSecret(arn));
                });
            }
        }
        return refused;
    }

    /** Takes the users of secrets from a cluster. */
    List<Refusal> disassociate(UserHome cluster, List<String> arns) {
        var refused = new ArrayList<Refusal>();
        try (var admin = cluster.admin()) {
            for (var arn : arns) {
                if (cluster.definition().secrets().contains(arn)) {
                    secrets.find(arn).flatMap(ScramUser::of).ifPresent(user -> admin.removeUser(user.name()));
                    cluster.edit(now -> now.withoutSecret(arn));
                } else {
                    refused.add(new Refusal(arn, "NotFound", "The secret is not associated with the cluster."));
                }
            }
        }
        return refused;
    }

    /** Passes the new password of a user on to the clusters that have the user. */
    void changed(Secret secret) {
        var user = ScramUser.of(secret)
                .orElseThrow(() -> ApiError.of(
                        400,
                        "InvalidRequestException",
                        "The secret %s is kept, but it is not of the form {\"username\": …, \"password\": …}; the clusters still have the old one."
                                .formatted(secret)));
        for (var cluster : having(secret)) {
            try (var admin = cluster.admin()) {
                admin.putUser(user);
            }
        }
    }

    /** The clusters that have the user of a secret. */
    List<ClusterName> usersOf(Secret secret) {
        return having(secret).stream()
                .map(each -> each.definition().arn().name())
                .toList();
    }

    private List<UserHome> having(Secret secret) {
        return Stream.<UserHome>concat(clusters.all().stream(), clusters.local().users().stream())
                .filter(each -> each.definition().secrets().contains(secret.arn()))
                .toList();
    }

    private Optional<Refusal> refusal(UserHome cluster, String arn) {
        var secret = secrets.find(arn);
        if (secret.isEmpty()) {
            return Optional.of(new Refusal(arn, "InvalidSecretArn", "There is no such secret."));
        }
        if (secret.get().key().isEmpty()) {
            return Optional.of(new Refusal(
                    arn, "InvalidKmsKey", "MSK wants a secret with a key of yours: create it with a KmsKeyId."));
        }
        var user = ScramUser.of(secret.get());
        if (user.isEmpty()) {
            return Optional.of(new Refusal(
                    arn,
                    "InvalidSecretFormat",
                    "The secret has to be {\"username\": \"…\", \"password\": \"…\"}, and the name not %s."
                            .formatted(ScramUser.NOBODY)));
        }
        boolean taken = cluster.definition().secrets().stream()
                .filter(each -> !each.equals(arn))
                .flatMap(each -> secrets.find(each).flatMap(ScramUser::of).stream())
                .anyMatch(each -> each.name().equals(user.get().name()));
        return taken
                ? Optional.of(new Refusal(
                        arn, "DuplicateUser", "Another secret of the cluster has the user %s.".formatted(user.get())))
                : Optional.empty();
    }
}
