package org.remitlake.jobs;

import java.util.List;
import java.util.Map;

/**
 * What a job reports.
 *
 * @param exitCode 0 done, 4 done with reservations
 * @param values facts for the last line of standard output and for {@code ops.run}
 * @param notices what wants attention, for standard error
 * @param lines text for people, printed before that line
 */
record Facts(int exitCode, Map<String, Object> values, List<String> notices, List<String> lines) {}
