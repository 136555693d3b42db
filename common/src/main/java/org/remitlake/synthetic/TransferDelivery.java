package org.remitlake.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Transfer extracts: one file for every unit of the population, in its provider's layout. */
final class TransferDelivery implements Delivery {

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Unit unit : population.units()) {
      pieces.add(() -> new Extract(population, unit, folder).write());
    }
    Defects defects = population.request().defects();
    Corrections corrections = new Corrections(population, folder);
    if (defects != Defects.NONE) {
      pieces.add(corrections::write);
    }
    if (defects == Defects.ALL) {
      pieces.add(corrections::writeUnreadable);
    }
    return pieces;
  }

  /** {@code transfer_MTO_02_2020Q1_v01_p03.csv}; the part only where there are several. */
  static String name(Unit unit, String version, Layout layout) {
    Text name = new Text().append("transfer_").append(unit.provider()).append('_');
    name.append(unit.quarter().year()).append('Q').append(unit.quarter().number());
    name.append('_').append(version);
    if (unit.parts() > 1) {
      int width = Math.max(2, Integer.toString(unit.parts()).length());
      Digits.padded(name.append("_p"), unit.part(), width);
    }
    return name.append('.').append(layout.extension()).toString();
  }
}
