package dev.caudal.s3.sink;

import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tags objects that are in the bucket.
 *
 * @param store the bucket
 * @param on whether to do it at all
 * @param fail whether the task stops when it does not work
 * @param more tags beside those of the offsets
 */
record Tagger(ObjectStore store, boolean on, boolean fail, Map<String, String> more) {

    private static final Logger LOG = LoggerFactory.getLogger(Tagger.class);

    void tag(Batch batch) {
        if (on) {
            batch.objects().forEach(object -> object.values().ifPresent(file -> tag(object, file)));
        }
    }

    private void tag(OpenObject object, DataFile file) {
        Map<String, String> tags = new HashMap<>(more);
        tags.put("startOffset", Long.toString(object.first()));
        tags.put("endOffset", Long.toString(object.last()));
        tags.put("recordCount", Integer.toString(object.lines()));
        try {
            store.tag(file.upload().key(), tags);
        } catch (StoreException e) {
            if (fail) {
                throw e;
            }
            LOG.warn("{} has no tags: {}", file.upload().key(), e.getMessage());
        }
    }
}
