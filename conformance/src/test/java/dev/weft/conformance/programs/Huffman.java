package dev.weft.conformance.programs;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Answers;
import dev.weft.conformance.Log;
import dev.weft.conformance.Question;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/** A Huffman coder: reads characters one by one, emits bits, and decodes what it is sent. */
final class Huffman {

  abstract static class Node implements Comparable<Node> {
    private static int made;
    final long weight;
    private final int order = made++;

    Node(long weight) {
      this.weight = weight;
    }

    abstract void walk(ObjIntConsumer<Leaf> visitor, int depth);

    @Comp
    abstract char decode(BitSource bits) throws EndOfBits;

    @Override
    public final int compareTo(Node other) {
      return Comparator.<Node>comparingLong(n -> n.weight)
          .thenComparingInt(n -> n.order)
          .compare(this, other);
    }
  }

  static final class Leaf extends Node {
    final char symbol;
    private String code = "";

    Leaf(char symbol, long weight) {
      super(weight);
      this.symbol = symbol;
    }

    @Override
    void walk(ObjIntConsumer<Leaf> visitor, int depth) {
      visitor.accept(this, depth);
    }

    @Override
    char decode(BitSource bits) {
      return symbol;
    }
  }

  static final class Fork extends Node {
    private final Node[] children;

    Fork(Node... children) {
      super(children[0].weight + children[1].weight);
      this.children = children;
      for (int bit = 0; bit < children.length; bit++) {
        String prefix = bit == 0 ? "0" : "1";
        children[bit].walk((leaf, depth) -> leaf.code = prefix + leaf.code, 0);
      }
    }

    @Override
    void walk(ObjIntConsumer<Leaf> visitor, int depth) {
      for (Node child : children) child.walk(visitor, depth + 1);
    }

    @Override
    @Comp
    char decode(BitSource bits) throws EndOfBits {
      return children[bits.next() ? 1 : 0].decode(bits);
    }
  }

  interface BitSource {
    @Comp
    boolean next() throws EndOfBits;
  }

  static class EndOfBits extends Exception {
    private static final long serialVersionUID = 1;
    final int position;

    EndOfBits(int position) {
      this.position = position;
    }
  }

  /** Up to eight bits; fewer mean the end. */
  record Bits(BitSet sent, int size, int from) implements Prompt<String>, Question {
    @Override
    public Object answer(Answers answers, long number) {
      StringBuilder bits = new StringBuilder();
      for (int i = from; i < Math.min(size, from + 1 + answers.below(8, number)); i++) {
        boolean flipped = answers.variant() % 3 == 2 && i == size / 2;
        bits.append(sent.get(i) != flipped ? '1' : '0');
      }
      return bits.toString();
    }

    @Override
    public String toString() {
      return "bits from " + from;
    }
  }

  /** A character of the text, or null behind its end. */
  record NextCharacter(int index) implements Prompt<Character>, Question {
    private static final String[] TEXTS = {"abracadabra", "to be or not", "aaaa", "", "xyz zyx!"};

    @Override
    public Object answer(Answers answers, long number) {
      String text = TEXTS[Math.floorMod(answers.variant(), TEXTS.length)];
      return index < text.length() ? (Object) text.charAt(index) : null;
    }
  }

  private final BitSet bits = new BitSet();
  private int size;
  private Node root;
  private final Map<Character, Leaf> leaves = new HashMap<>();

  private final class Received implements BitSource {
    private String piece = "";
    private int taken, total;

    @Override
    public boolean next() throws EndOfBits {
      if (taken == piece.length()) throw new EndOfBits(total);
      total++;
      return piece.charAt(taken++) == '1';
    }

    private void refill(String more) {
      piece = more;
      taken = 0;
    }
  }

  /** A source that asks for more when the one behind it has run dry. */
  final class Asking implements BitSource {
    private final Received received = new Received();

    @Override
    @Comp
    public boolean next() throws EndOfBits {
      do {
        try {
          return received.next();
        } catch (EndOfBits e) {
          String more = Yield.ask(new Bits(bits, size, e.position));
          if (more.isEmpty()) throw e;
          received.refill(more);
        }
      } while (true);
    }
  }

  @Comp
  private StringBuilder read() {
    var text = new StringBuilder();
    Character c;
    while ((c = Yield.ask(new NextCharacter(text.length()))) != null) {
      text.append(c.charValue());
    }
    return text;
  }

  private void build(CharSequence text) {
    Map<Character, Long> counts = new TreeMap<>();
    text.chars().forEach(c -> counts.merge((char) c, 1L, Long::sum));
    PriorityQueue<Node> queue = new PriorityQueue<>();
    counts.forEach(
        (symbol, count) -> {
          Leaf leaf = new Leaf(symbol, count);
          leaves.put(symbol, leaf);
          queue.add(leaf);
        });
    while (queue.size() > 1) queue.add(new Fork(queue.remove(), queue.remove()));
    root = queue.remove();
  }

  @Comp
  private int encode(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      String code = leaves.get(text.charAt(i)).code;
      for (char bit : code.toCharArray()) {
        bits.set(size++, bit == '1');
      }
      if (i % 4 == 3) Yield.emit(text.charAt(i) + "=" + code);
    }
    return size;
  }

  @Comp
  private String decode(int length) throws EndOfBits {
    BitSource source = new Asking();
    char[] out = new char[length];
    for (int i = 0; i < out.length; i++) out[i] += root.decode(source);
    return String.valueOf(out);
  }

  @Comp
  static String roundTrip(Log log) {
    Huffman huffman = new Huffman();
    final StringBuilder text = huffman.read();
    try {
      huffman.build(text);
      int size = huffman.encode(text);
      String decoded = huffman.decode(text.length());
      log.add(size + " bits for " + text.length());
      return decoded.contentEquals(text) ? "the same" : "damaged: " + decoded;
    } catch (NoSuchElementException e) {
      log.add("caught " + e.getClass());
      return "empty";
    } catch (EndOfBits e) {
      return "lost after " + e.position + " of " + huffman.size;
    }
  }
}
