package dev.weft.conformance.elsewhere;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Q;
import java.util.List;

/** A class of another package whose methods take values of private types. */
public class Vault {
  protected String log = "";

  private record Key(int number) {}

  private interface Lock {
    boolean opens(Key key);
  }

  /** A key that others can pass on, though they can't say what it is. */
  public static List<Key> keys(int number) {
    return List.of(new Key(number), new Key(number + 1));
  }

  @Comp
  protected String open(List<Key> keys, Object other) {
    log += other;
    return keys.get(0).number() + Yield.<String>yield(Q.str("which"));
  }

  @Comp
  protected <K extends Key> String open(K key) {
    return "one" + (key == null ? "" : key.number()) + Yield.<String>yield(Q.str("one"));
  }

  @Comp
  protected String openAll(Key... keys) {
    return keys.length + keys.getClass().getSimpleName() + Yield.<String>yield(Q.str("all"));
  }

  /** Calls what others have overridden. */
  @Comp
  public final String tryAll(int number) {
    Lock lock = key -> key.number() > 0;
    return open(keys(number), lock.opens(new Key(number)))
        + open(new Key(number))
        + openAll(new Key(1), new Key(2))
        + log;
  }
}
