package dev.weft.benchmarks

import kotlin.coroutines.AbstractCoroutineContextElement
import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.coroutineContext
import kotlin.coroutines.startCoroutine

/** What Kotlin has in place of readers and states: elements of the coroutine's context. */
object ContextElements {
  private class Setting(val step: Int) : AbstractCoroutineContextElement(Setting) {
    companion object Key : CoroutineContext.Key<Setting>
  }

  private class Counter(var value: Long) : AbstractCoroutineContextElement(Counter) {
    companion object Key : CoroutineContext.Key<Counter>
  }

  private class Other(val name: String) : AbstractCoroutineContextElement(Other) {
    companion object Key : CoroutineContext.Key<Other>
  }

  @JvmStatic
  fun asks(count: Int, step: Int): Long = run(Setting(step)) { sum(count) }

  /** With another element beside the one that is asked for. */
  @JvmStatic
  fun asksBesideAnother(count: Int, step: Int): Long =
    run(Setting(step) + Other("other")) { sum(count) }

  @JvmStatic
  fun modifies(count: Int, step: Int): Long =
    run(Counter(0)) {
      for (i in 0 until count) {
        coroutineContext[Counter]!!.value += step
      }
      coroutineContext[Counter]!!.value
    }

  private suspend fun sum(count: Int): Long {
    var sum = 0L
    for (i in 0 until count) {
      sum += coroutineContext[Setting]!!.step
    }
    return sum
  }

  private fun run(elements: CoroutineContext, body: suspend () -> Long): Long {
    var result = 0L
    body.startCoroutine(
      Continuation(EmptyCoroutineContext + elements) { result = it.getOrThrow() }
    )
    return result
  }
}
