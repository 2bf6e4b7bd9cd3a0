package dev.weft;

/**
 * A question with the type of its answer, for {@link Yield#ask}.
 *
 * <pre>{@code
 * record AskName() implements Prompt<String> {}
 * ...
 * String name = Yield.ask(new AskName());
 * }</pre>
 *
 * @param <R> what it is answered with
 */
@SuppressWarnings("unused") // the type parameter is there for ask
public interface Prompt<R> {}
