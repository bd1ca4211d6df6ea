package dev.caudal.server.world;

import dev.caudal.local.LocalMariaDb;
import java.util.function.Consumer;

/**
 * A database that comes with a platform.
 *
 * @param settings how it is started
 * @param fill what is done with it before anybody uses it, while the rest of the platform still starts
 */
public record PlatformDatabase(LocalMariaDb.Settings settings, Consumer<LocalMariaDb> fill) {}
