package dev.caudal.mysql;

/** What a task does about a statement that defines a selected table. */
public enum DdlPolicy {
    /** It is told, and the task goes on; messages have the new structure. */
    APPLY,
    /** The task goes on as if it had not been; columns that it adds are not sent. */
    IGNORE,
    /** The table is suspended, the other tables go on. */
    SUSPEND,
    /** The task ends before the statement. */
    STOP
}
