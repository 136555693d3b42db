package org.remitlake.lake;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs steps side by side, as many as the driver has cores, at most four: to plan a query over
 * small data takes longer than to run it, and a plan is made by one core.
 *
 * <p>After a failure no further step begins; those that have begun come to their end first, so that
 * what is committed is whole.
 */
public final class Lanes implements AutoCloseable {
  private static final int MOST = 4;

  private final ThreadPoolExecutor threads;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final AtomicInteger steps = new AtomicInteger();

  /** As many lanes as make sense on this machine. */
  public Lanes() {
    int lanes = Math.min(MOST, Runtime.getRuntime().availableProcessors());
    threads =
        new ThreadPoolExecutor(
            lanes, lanes, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Lanes::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lane");
    thread.setDaemon(true);
    return thread;
  }

  /** What waits for a lane: the step that was named first goes first. */
  private record Turn(int number, Runnable step) implements Runnable, Comparable<Turn> {
    @Override
    public void run() {
      step.run();
    }

    @Override
    public int compareTo(Turn other) {
      return Integer.compare(number, other.number);
    }
  }

  /** Does the same with each item, side by side; the results are in the order of the items. */
  public static <T, R> List<R> each(List<T> items, Function<T, R> step) {
    try (Lanes lanes = new Lanes()) {
      return lanes.results(
          items.stream().map(i -> lanes.after(List.of(), () -> step.apply(i))).toList());
    }
  }

  /** Begins a step when others have ended and a lane is free. */
  public <T> CompletableFuture<T> after(
      Collection<? extends CompletableFuture<?>> others, Supplier<T> step) {
    int number = steps.getAndIncrement();
    return CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
        .handleAsync(
            (nothing, problem) -> unlessFailed(step),
            turn -> threads.execute(new Turn(number, turn)));
  }

  private <T> T unlessFailed(Supplier<T> step) {
    if (failure.get() != null) {
      throw new CancellationException("An earlier step failed.");
    }
    try {
      return step.get();
    } catch (Throwable t) {
      failure.compareAndSet(null, t);
      throw t;
    }
  }

  /**
   * Waits until all these steps have ended.
   *
   * @return their results, in the order of the steps
   * @throws RuntimeException the first failure of any step
   */
  public <T> List<T> results(List<CompletableFuture<T>> steps) {
    CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
        .handle((nothing, problem) -> null)
        .join();
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException problem) {
      throw problem;
    }
    if (failure.get() != null) {
      throw new IllegalStateException("A step failed.", failure.get());
    }
    return steps.stream().map(CompletableFuture::join).toList();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
