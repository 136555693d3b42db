package org.remitlake.indicator;

import java.util.List;

/**
 * What a run of {@code indicators} did.
 *
 * @param periods periods that were computed, because their inputs changed or they were asked for
 * @param written those of them whose values differ from before
 * @param values number of values computed
 */
public record IndicatorReport(List<String> periods, List<String> written, long values) {}
