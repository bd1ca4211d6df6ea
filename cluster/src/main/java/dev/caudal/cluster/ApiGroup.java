package dev.caudal.cluster;

import java.util.Map;

/** Operations of the API that belong together. */
interface ApiGroup {
    /** Its operations, by MSK's names. */
    Map<String, ApiOperation> operations();
}
