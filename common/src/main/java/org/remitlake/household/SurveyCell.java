package org.remitlake.household;

import java.io.Serializable;
import org.remitlake.indicator.CellKey;

/**
 * Where an estimate belongs.
 *
 * @param question place of its question in the list of the scan
 * @param survey code of the survey
 * @param isChange whether it is the change since the wave before
 * @param cell country, wave and domain
 */
record SurveyCell(int question, String survey, boolean isChange, CellKey cell)
    implements Serializable {}
