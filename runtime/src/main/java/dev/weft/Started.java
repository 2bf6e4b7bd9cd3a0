package dev.weft;

/**
 * What {@link AsyncCoroutine#runSync} gives.
 *
 * @param runner who runs the computation
 * @param step how far it came
 * @param <T> what the computation returns
 */
public record Started<T>(Runner<T> runner, Step<T> step) {}
