package dev.weft.benchmarks

/** The works in Kotlin: by its sequences, and by its bare intrinsics. */
object KotlinWorks {
  @JvmStatic
  fun sum(numbers: Sequence<Number?>): Long {
    var sum = 0L
    for (number in numbers) {
      sum += number!!.toLong()
    }
    return sum
  }

  @JvmStatic
  fun lengths(texts: Sequence<String>): Int {
    var sum = 0
    for (text in texts) {
      sum += text.length
    }
    return sum
  }

  @JvmStatic
  fun numbers(from: Int, count: Int): Sequence<Int> = sequence {
    for (i in 0 until count) {
      yield(from + i)
    }
  }

  @JvmStatic
  fun rawNumbers(from: Int, count: Int): Raw = Raw {
    for (i in 0 until count) {
      emit(from + i)
    }
  }

  @JvmStatic
  fun same(number: Int?, count: Int): Sequence<Int?> = sequence {
    for (i in 0 until count) {
      yield(number)
    }
  }

  @JvmStatic
  fun rawSame(number: Int?, count: Int): Raw = Raw {
    for (i in 0 until count) {
      emit(number)
    }
  }

  @JvmStatic
  fun hashes(count: Int, report: Int): Sequence<Long> = sequence {
    var hash = 1L
    for (i in 0 until count) {
      hash = hash * 31 + ((hash ushr 7) xor i.toLong())
      if (i and report == 0) {
        yield(hash)
      }
    }
  }

  @JvmStatic
  fun rawHashes(count: Int, report: Int): Raw = Raw {
    var hash = 1L
    for (i in 0 until count) {
      hash = hash * 31 + ((hash ushr 7) xor i.toLong())
      if (i and report == 0) {
        emit(hash)
      }
    }
  }

  @JvmStatic
  fun rows(a: Array<DoubleArray>, b: Array<DoubleArray>): Sequence<Double> = sequence {
    for (i in a.indices) {
      var sum = 0.0
      for (j in b.indices) {
        var cell = 0.0
        for (k in b.indices) {
          cell += a[i][k] * b[k][j]
        }
        sum += cell
      }
      yield(sum)
    }
  }

  @JvmStatic
  fun rawRows(a: Array<DoubleArray>, b: Array<DoubleArray>): Raw = Raw {
    for (i in a.indices) {
      var sum = 0.0
      for (j in b.indices) {
        var cell = 0.0
        for (k in b.indices) {
          cell += a[i][k] * b[k][j]
        }
        sum += cell
      }
      emit(sum)
    }
  }

  @JvmStatic
  fun guarded(from: Int, count: Int): Sequence<Int> = sequence {
    var left = 0L
    for (i in 0 until count) {
      try {
        yield(from + i)
      } finally {
        left += i
      }
    }
    check(left >= 0)
  }

  @JvmStatic
  fun rawGuarded(from: Int, count: Int): Raw = Raw {
    var left = 0L
    for (i in 0 until count) {
      try {
        emit(from + i)
      } finally {
        left += i
      }
    }
    check(left >= 0)
  }

  @JvmStatic
  fun twelve(count: Int): Sequence<String> = sequence {
    val a = count.toLong()
    val b = a * 3
    val c = b xor a
    val d = c + 5
    val e = count + 7
    val f = e * 5
    val g = f xor e
    val h = "h" + count
    val k = "k" + count
    var x = 1L
    var y = 2L
    for (i in 0 until count) {
      x += a xor i.toLong()
      y = y xor (x + b)
      yield(h)
    }
    check(a + b + c + d + e + f + g + h.length + k.length + x + y != 0L)
  }

  @JvmStatic
  fun rawTwelve(count: Int): Raw = Raw {
    val a = count.toLong()
    val b = a * 3
    val c = b xor a
    val d = c + 5
    val e = count + 7
    val f = e * 5
    val g = f xor e
    val h = "h" + count
    val k = "k" + count
    var x = 1L
    var y = 2L
    for (i in 0 until count) {
      x += a xor i.toLong()
      y = y xor (x + b)
      emit(h)
    }
    check(a + b + c + d + e + f + g + h.length + k.length + x + y != 0L)
  }

  @JvmStatic
  fun rawTalk(question: Any, times: Int): Raw = Raw {
    var agreed = 0
    for (i in 0 until times) {
      if (emit(question) !== question) {
        agreed++
      }
    }
    emit(agreed)
  }

  @JvmStatic fun chainOf(length: Int): Sequence<Int> = sequence { chain(length) }

  private suspend fun SequenceScope<Int>.chain(length: Int): Int {
    if (length == 0) {
      return 0
    }
    val below = chain(length - 1)
    yield(length)
    return below + length
  }

  @JvmStatic fun rawChain(length: Int): Raw = Raw { chain(length) }

  private suspend fun Raw.Talk.chain(length: Int): Int {
    if (length == 0) {
      return 0
    }
    val below = chain(length - 1)
    emit(length)
    return below + length
  }

  @JvmStatic fun valuesOf(tree: Tree): Sequence<Int> = sequence { walk(tree) }

  private suspend fun SequenceScope<Int>.walk(tree: Tree) {
    tree.left()?.let { walk(it) }
    yield(tree.value())
    tree.right()?.let { walk(it) }
  }

  @JvmStatic fun rawWalk(tree: Tree): Raw = Raw { walk(tree) }

  private suspend fun Raw.Talk.walk(tree: Tree) {
    tree.left()?.let { walk(it) }
    emit(tree.value())
    tree.right()?.let { walk(it) }
  }

  /** A sequence that has given one value, and waits with three variables. */
  @JvmStatic
  fun waiting(first: String, second: String, third: Int): Iterator<String> {
    val waiting =
      sequence {
          yield("question")
          yield(first + second + third)
        }
        .iterator()
    waiting.next()
    return waiting
  }

  @JvmStatic
  fun rawWaiting(first: String, second: String, third: Int): Raw {
    val waiting = Raw {
      val answer = emit("question")
      emit(first + second + third + answer)
    }
    waiting.step(null)
    return waiting
  }
}
