package dev.weft.conformance.programs;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A text adventure: rooms, things, a dragon, and commands in two words. */
class Adventure {

  enum Way {
    NORTH,
    SOUTH,
    EAST,
    WEST;

    Way back() {
      return values()[ordinal() ^ 1];
    }
  }

  static class Thing implements Comparable<Thing> {
    protected final String name;
    protected int weight;

    Thing(String name, int weight) {
      this.name = name;
      this.weight = weight;
    }

    /** What using it does; true if it is used up. */
    @Comp
    protected boolean use(Adventure game) throws Death {
      Yield.emit("nothing happens to " + this);
      return false;
    }

    @Override
    public int compareTo(Thing other) {
      return name.compareTo(other.name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static class Lamp extends Thing {
    private int oil = 2;

    Lamp() {
      super("lamp", 2);
    }

    @Override
    @Comp
    protected boolean use(Adventure game) throws Death {
      if (oil-- > 0) {
        game.lit = !game.lit;
        return oil == 0 && super.use(game);
      }
      return Yield.<Boolean>yield(Q.bool("throw the lamp away?"));
    }
  }

  static final class Potion extends Thing {
    Potion(String colour) {
      super(colour + " potion", 1);
    }

    @Override
    @Comp
    @SuppressWarnings("fallthrough")
    protected boolean use(Adventure game) throws Death {
      int effect = Yield.yield(Q.num("drink " + name));
      switch (effect) {
        case -1:
          throw new Death("poisoned by the " + name);
        case 0:
          super.use(game);
          break;
        case 1:
          game.strength += 2;
        // also heals
        default:
          game.health = Math.min(10, game.health + effect);
      }
      return true;
    }
  }

  class Room {
    final String title;
    final boolean dark;
    final Set<Thing> things = new LinkedHashSet<>();
    private final Map<Way, Room> exits = new EnumMap<>(Way.class);

    Room(String title, boolean dark, Thing... things) {
      this.title = title;
      this.dark = dark;
      this.things.addAll(Arrays.asList(things));
      rooms.add(this);
    }

    Room connect(Way way, Room other) {
      exits.put(way, other);
      other.exits.put(way.back(), this);
      return other;
    }

    @Comp
    void enter() throws Death {
      here = this;
      Yield.emit(dark && !lit ? "darkness" : title + " " + new TreeSet<>(things));
    }
  }

  class Cave extends Room {
    private int dragon = 6;

    Cave() {
      super("cave", true, new Thing("gold", 5));
    }

    @Override
    @Comp
    void enter() throws Death {
      super.enter();
      fight:
      while (dragon > 0) {
        for (int blow = 1; blow <= 2; blow++) {
          String tactic = Yield.yield(Q.oneOf("dragon " + dragon, "hit", "duck", "flee", "hit"));
          if (tactic.equals("flee")) {
            Room last = this.anyExit();
            last.enter();
            break fight;
          } else if (tactic.equals("duck")) continue fight;
          dragon -= strength;
          if (dragon <= 0) break;
          health -= blow + random.nextInt(2);
          if (health <= 0) throw new Death("burnt in the " + title);
        }
        log.add("round over: " + health + " to " + dragon);
      }
    }

    private Room anyExit() {
      return super.exits.values().iterator().next();
    }
  }

  static class Death extends Exception {
    private static final long serialVersionUID = 1;

    Death(String how) {
      super(how);
    }
  }

  private final Log log;
  private final List<Room> rooms = new ArrayList<>();
  private final Collection<Thing> bag = new TreeSet<>(Comparator.reverseOrder());
  private final Random random = new Random(7);
  private Room here;
  private boolean lit;
  private int health = 9;
  private int strength = 1;

  Adventure(Log log) {
    this.log = log;
    here = new Room("meadow", false, new Lamp(), new Thing("rock", 9));
    here.connect(Way.NORTH, new Room("gate", false, new Potion("red"), new Potion("blue")))
        .connect(Way.EAST, this.new Cave())
        .connect(Way.EAST, new Room("treasury", true));
  }

  private Thing find(Iterable<? extends Thing> things, Predicate<Thing> wanted) {
    for (Iterator<? extends Thing> i = things.iterator(); i.hasNext(); ) {
      Thing thing = i.next();
      if (wanted.test(thing)) return thing;
    }
    return null;
  }

  private int load() {
    return bag.stream().mapToInt(t -> t.weight).sum();
  }

  /** Whether the game goes on. */
  @Comp
  private boolean command(String verb, String object) throws Death {
    switch (verb) {
      case "go" -> {
        Way way = Way.valueOf(object.toUpperCase());
        Room next = here.exits.get(way);
        if (next == null) {
          Yield.emit("no way " + way);
        } else {
          next.enter();
        }
      }
      case "take" -> {
        Thing thing = find(here.things, t -> t.name.endsWith(object));
        if (thing != null && load() + thing.weight <= 10 && here.things.remove(thing))
          bag.add(thing);
        else Yield.emit(thing == null ? "there is no " + object : "too heavy: " + thing);
      }
      case "use" -> {
        Thing thing = find(bag, t -> t.name.contains(object));
        if (thing instanceof Lamp lamp && lamp.use(this) || thing != null && thing.use(this)) {
          bag.remove(thing);
        }
      }
      case "quit" -> {
        return !Yield.<Boolean>yield(Q.bool("really?"));
      }
      default -> throw new IllegalArgumentException(verb);
    }
    return bag.stream().noneMatch(t -> "gold".equals(t.name));
  }

  private static final String[] COMMANDS = {
    "take lamp",
    "use lamp",
    "go north",
    "take potion",
    "use potion",
    "go east",
    "take gold",
    "go up",
    "use potion",
    "go west",
    "sing",
    "quit now",
    "take rock",
    "take potion",
    "go south",
  };

  @Comp
  String play() {
    int turns = 0;
    try {
      here.enter();
      boolean goesOn;
      do {
        goesOn = true;
        String line =
            Yield.yield(
                Q.oneOf(
                    here.title + ">",
                    COMMANDS[turns % COMMANDS.length],
                    COMMANDS[(turns * 7 + 3) % COMMANDS.length]));
        String[] words = line.split("\\s+", 2);
        try {
          goesOn = command(words[0], words.length > 1 ? words[1] : "");
        } catch (IllegalArgumentException e) {
          Yield.emit("pardon? " + e.getMessage());
        }
      } while (goesOn && ++turns < 18);
      return "score " + (load() + health) + " in " + turns;
    } catch (Death e) {
      return e.getMessage();
    } finally {
      log.add(
          rooms.stream().filter(r -> r == here).map(r -> r.title).collect(Collectors.joining()));
    }
  }

  @Comp
  static String game(Log log) {
    Adventure game = new Adventure(log);
    String result = game.play();
    return result + " " + game.bag;
  }
}
