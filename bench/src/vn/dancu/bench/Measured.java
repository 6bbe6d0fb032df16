package vn.dancu.bench;

import vn.dancu.bench.load.Round;

/**
 * One round and what it cost.
 *
 * @param serverMicros processor time of the server's JVM per right answer, in microseconds
 * @param compilerMicros the part of it that its compiler took: a JVM that is warm has next to none
 * @param clientMicros the same of the client
 * @param databaseMicros the same of all PostgreSQL processes of the machine
 */
record Measured(Round round, double serverMicros, double compilerMicros, double clientMicros, double databaseMicros) {}
