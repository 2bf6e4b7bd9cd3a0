package dev.weft.conformance.programs;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** A simulation by discrete events: elevators, passengers, and somebody who runs the building. */
class Elevators {

  /** Things that happen at a time. */
  abstract class Event implements Comparable<Event> {
    final long time;
    private final int number = ++scheduled;

    Event(long delay) {
      this.time = now.getAsLong() + delay;
    }

    @Comp
    abstract void happen() throws Breakdown;

    @Override
    public int compareTo(Event other) {
      return Comparator.<Event>comparingLong(e -> e.time)
          .thenComparing(e -> e.number)
          .compare(this, other);
    }
  }

  static class Breakdown extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Car car;

    Breakdown(Car car, String why) {
      super(why);
      this.car = car;
    }
  }

  enum Direction {
    UP,
    DOWN;

    int step() {
      return this == UP ? 1 : -1;
    }
  }

  static final class Passenger {
    final String name;
    final int from, to;
    private long waited = -1;

    Passenger(String name, int from, int to) {
      this.name = name;
      this.from = from;
      this.to = to;
    }

    Direction direction() {
      return to > from ? Direction.UP : Direction.DOWN;
    }
  }

  final class Car {
    private final char id;
    private int floor;
    private Direction direction = Direction.UP;
    private final NavigableSet<Integer> stops = new TreeSet<>();
    private final List<Passenger> inside = new ArrayList<>(2);
    private boolean broken;

    Car(char id) {
      this.id = id;
    }

    private int cost(int wanted) {
      return broken ? Integer.MAX_VALUE : Math.abs(wanted - floor) + 2 * stops.size();
    }

    private boolean isDone(Direction d) {
      return d == Direction.UP ? stops.higher(floor) == null : stops.lower(floor) == null;
    }

    private void turn() {
      if (isDone(direction)) direction = Direction.values()[1 - direction.ordinal()];
    }

    @Override
    public String toString() {
      return id + "@" + floor + inside.stream().map(p -> p.name).toList();
    }
  }

  final class Arrival extends Event {
    private final Passenger passenger;

    Arrival(long delay, Passenger passenger) {
      super(delay);
      this.passenger = passenger;
    }

    @Override
    @Comp
    void happen() throws Breakdown {
      Car best =
          cars.stream().min(Comparator.comparingInt(c -> c.cost(passenger.from))).orElseThrow();
      if (best.cost(passenger.from) > 6) {
        boolean waits = Yield.yield(Q.bool(passenger.name + " waits"));
        if (!waits) {
          outcomes.merge(Outcome.WALKED, 1, Integer::sum);
          return;
        }
      }
      waiting.add(passenger);
      boolean idle = best.stops.isEmpty();
      best.stops.add(passenger.from);
      if (idle) queue.add(new Move(best));
    }
  }

  final class Move extends Event {
    private final Car car;

    private Move(Car car) {
      super(2);
      this.car = car;
    }

    @Comp
    @Override
    void happen() throws Breakdown {
      if (car.broken || car.stops.isEmpty()) return;
      if (!car.stops.contains(car.floor)) {
        car.turn();
        car.floor += car.direction.step();
        if (car.floor % 3 == 2 && Yield.<Integer>yield(Q.num("creaking " + car.id)) == 3) {
          throw new Breakdown(car, "stuck at " + car.floor);
        }
      }
      if (car.stops.remove(car.floor)) this.doors();
      if (!car.stops.isEmpty()) queue.add(new Move(car));
    }

    @Comp
    private void doors() {
      Iterator<Passenger> leaving = car.inside.iterator();
      while (leaving.hasNext()) {
        Passenger each = leaving.next();
        if (each.to != car.floor) continue;
        leaving.remove();
        outcomes.merge(Outcome.SERVED, 1, Integer::sum);
        Yield.emit(each.name + " arrives after " + each.waited);
      }
      for (Iterator<Passenger> i = waiting.iterator(); i.hasNext() && car.inside.size() < 2; ) {
        Passenger each = i.next();
        if (each.from == car.floor) {
          i.remove();
          each.waited = time;
          car.inside.add(each);
          car.stops.add(each.to);
        }
      }
    }
  }

  enum Outcome {
    SERVED,
    WALKED,
    STUCK
  }

  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private final List<Car> cars = new ArrayList<>();
  private final Collection<Passenger> waiting = new ArrayList<>();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Log log;
  private long time;
  private final LongSupplier now = () -> time;
  private int scheduled;

  private Elevators(int count, Log log) {
    this.log = log;
    for (char id = 'A'; id < 'A' + count; id++) cars.add(new Car(id));
  }

  @Comp
  private void repair(Breakdown breakdown) {
    Car car = breakdown.car;
    car.broken = true;
    try {
      for (int attempt = 1; attempt <= 2; attempt++) {
        String what = Yield.yield(Q.oneOf(breakdown.getMessage(), "kick", "call", "ignore"));
        if (what.equals("ignore")) break;
        if (what.equals("call") || attempt == 2) {
          car.broken = false;
          queue.add(new Move(car));
          return;
        }
      }
      outcomes.put(Outcome.STUCK, outcomes.getOrDefault(Outcome.STUCK, 0) + car.inside.size());
    } finally {
      log.add(car + (car.broken ? " is closed" : " works"));
    }
  }

  @Comp
  static String run(Log log) {
    Elevators building =
        new Elevators(1 + Math.abs(Yield.<Integer>yield(Q.num("cars", 0, 1))), log);
    int[][] trips = {{0, 0, 5}, {1, 3, 0}, {1, 4, 1}, {7, 2, 5}, {8, 0, 1}};
    for (int[] trip : trips) {
      Passenger passenger = new Passenger("p" + trip[0] + trip[1], trip[1], trip[2]);
      building.queue.add(building.new Arrival(trip[0], passenger));
      log.add(passenger.direction());
    }
    int events = 0;
    for (Event event; (event = building.queue.poll()) != null; ) {
      building.time = event.time;
      try {
        event.happen();
      } catch (Breakdown e) {
        building.repair(e);
      }
      if (++events > 90) return "too long";
    }
    String cars = building.cars.stream().map(Car::toString).collect(Collectors.joining(" "));
    return building.outcomes + " " + cars + " at " + building.time;
  }
}
