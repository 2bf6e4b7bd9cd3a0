package dev.weft;

/** Where an execution stands. */
public enum Lifecycle {
  /** It has not started. */
  PENDING,
  /**
   * It runs, or is about to: it has been given what it waited for. A runner is also said to run
   * while it waits for something that no caller answers, such as a future or a time.
   */
  RUNNING,
  /** It waits for an answer. */
  SUSPENDED,
  /** It has returned. */
  COMPLETED,
  /** It has failed. */
  THROWN,
  /** It was cancelled. */
  CANCELLED
}
