package dev.weft.effects;

import dev.weft.Computation;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes computations of the methods of {@link State}. */
public final class StateComps {
  private StateComps() {}

  /** The computation of {@link State#get(Class)}. */
  public static <S> Computation<S> get(Class<S> type) {
    return Computation.performing(StateAccess.<S>get(type));
  }

  /** The computation of {@link State#get(Key)}. */
  public static <S> Computation<S> get(Key<S> key) {
    return Computation.performing(StateAccess.<S>get(key));
  }

  /** The computation of {@link State#put(Class, Object)}. */
  public static <S> Computation<@Nullable Void> put(Class<S> type, S value) {
    return Computation.performing(StateAccess.put(type, value));
  }

  /** The computation of {@link State#put(Key, Object)}. */
  public static <S> Computation<@Nullable Void> put(Key<S> key, S value) {
    return Computation.performing(StateAccess.put(key, value));
  }

  /** The computation of {@link State#modify(Class, UnaryOperator)}. */
  public static <S> Computation<S> modify(Class<S> type, UnaryOperator<S> change) {
    return Computation.performing(StateAccess.modify(type, change));
  }

  /** The computation of {@link State#modify(Key, UnaryOperator)}. */
  public static <S> Computation<S> modify(Key<S> key, UnaryOperator<S> change) {
    return Computation.performing(StateAccess.modify(key, change));
  }
}
