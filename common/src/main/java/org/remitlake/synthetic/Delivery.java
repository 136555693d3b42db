package org.remitlake.synthetic;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One kind of delivery. To add one (surveys, ledgers, the registry), write a class and name it in
 * {@link Deliveries}; people are the same in all of them, by provider and sender number.
 */
interface Delivery {
  /** Independent pieces, each writing its own files; they run in any order, two at a time. */
  List<Callable<Report>> pieces(Population population, Path folder);
}
