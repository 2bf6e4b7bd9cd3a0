package dev.weft.samples.web.shop;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The goods in the warehouse. All methods may be called from any thread. */
public final class Stock {
  private final Map<Goods, Integer> free = new EnumMap<>(Goods.class);
  private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();

  /** As many of each as this. */
  public Stock(int each) {
    for (Goods goods : Goods.values()) {
      free.put(goods, each);
    }
  }

  /** How many are neither sold nor reserved. */
  public synchronized int free(Goods goods) {
    return free.get(goods);
  }

  /** Holds one back for a customer; empty if none is free. */
  public Optional<Reservation> reserve(Goods goods) {
    return add(goods, -1) ? Optional.of(new Reservation(goods)) : Optional.empty();
  }

  /**
   * Asks to be told of changes.
   *
   * @param watcher is called after each change, on the thread that made it
   * @return ends that
   */
  public Runnable watch(Runnable watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  private boolean add(Goods goods, int count) {
    synchronized (this) {
      int left = free.get(goods) + count;
      if (left < 0) {
        return false;
      }
      free.put(goods, left);
    }
    watchers.forEach(Runnable::run);
    return true;
  }

  /** One that is held back. It belongs to one flow, which ends it once. */
  public final class Reservation {
    private final Goods goods;
    private boolean sold;

    private Reservation(Goods goods) {
      this.goods = goods;
    }

    /** Sells it. */
    public void sell() {
      sold = true;
    }

    /**
     * Gives it back, unless it was sold.
     *
     * @return whether it was given back
     */
    public boolean release() {
      return !sold && add(goods, 1);
    }
  }
}
