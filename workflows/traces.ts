/*
 * Temporal's library notes a stack trace for each promise a workflow makes, for an operator who asks where one
 * waits. Ten frames, each looked up in its source, took a tenth of a worker's processor time; the first two are the
 * library's own, and the next two name the place. Errors keep as many. Evaluated once a worker, before the library
 * freezes the globals (`worker/workflow-bundle`).
 */
Error.stackTraceLimit = 4;
