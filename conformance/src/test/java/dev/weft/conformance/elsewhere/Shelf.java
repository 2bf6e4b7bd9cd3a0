package dev.weft.conformance.elsewhere;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A class of another package with protected methods whose types are inferred. */
@SuppressWarnings({"unchecked", "varargs"})
public class Shelf<A> {
  @Comp
  protected <T> List<T> shelved(Function<T, A> f, T... all) {
    Yield.emit(f.apply(all[0]));
    return Arrays.asList(all);
  }

  @SafeVarargs
  @Comp
  protected static <T> List<T> placed(Function<T, String> f, T... all) {
    Yield.emit(f.apply(all[0]));
    return Arrays.asList(all);
  }
}
