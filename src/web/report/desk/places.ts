import type { NodeViewRenderer } from '@tiptap/core'
import type { Node as EditorNode } from '@tiptap/pm/model'
import classes from './desk.module.css'

/** Where the desk may set things beside a heading or a paragraph: at its foot and in its margin. */
export type Place = { readonly line: HTMLElement; readonly foot: HTMLElement | null; readonly margin: HTMLElement }

/** The places that stand now, by the id of their section or paragraph. */
export type Places = {
  readonly all: () => ReadonlyMap<string, Place>
  readonly whenChanged: (act: () => void) => () => void
  readonly put: (id: string, place: Place | null) => void
}

export function makePlaces(): Places {
  let places: ReadonlyMap<string, Place> = new Map()
  let isTelling = false
  const listeners = new Set<() => void>()
  /** Many paragraphs come at once: all are told of together. */
  const tell = (): void => {
    if (isTelling) return
    isTelling = true
    queueMicrotask(() => {
      isTelling = false
      for (const listener of listeners) listener()
    })
  }
  return {
    all: () => places,
    whenChanged: act => {
      listeners.add(act)
      return () => listeners.delete(act)
    },
    put: (id, place) => {
      const next = new Map(places)
      if (place) next.set(id, place)
      else next.delete(id)
      places = next
      tell()
    },
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string | undefined,
  isText = false,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className ?? ''
  if (!isText) made.contentEditable = 'false'
  return made
}

/** A heading: shown, never typed into. */
export function headingView(places: Places): NodeViewRenderer {
  return ({ node }) => {
    const id = String(node.attrs['key'])
    const line = element('div', classes.line)
    line.id = id
    const words = element(Number(node.attrs['level']) <= 1 ? 'h2' : 'h3', classes.heading)
    const margin = element('div', classes.margin)
    line.append(words, margin)
    const show = (shown: EditorNode): void => void (words.textContent = String(shown.attrs['words']))
    show(node)
    places.put(id, { line, foot: null, margin })
    return {
      dom: line,
      update: next => {
        if (next.type !== node.type || next.attrs['key'] !== id) return false
        show(next)
        return true
      },
      stopEvent: () => true,
      ignoreMutation: () => true,
      destroy: () => leave(places, id, line),
    }
  }
}

/** A paragraph: the words are the editor's, its foot and its margin the desk's. */
export function paragraphView(places: Places): NodeViewRenderer {
  return ({ node }) => {
    const id = String(node.attrs['id'])
    const line = element('div', classes.line, true)
    line.id = id
    const card = element('div', classes.card, true)
    const words = element('p', classes.paragraph, true)
    const foot = element('div', classes.foot)
    const margin = element('div', classes.margin)
    card.append(words, foot)
    line.append(card, margin)
    const show = (shown: EditorNode): void => {
      const label: unknown = shown.attrs['label']
      if (typeof label === 'string') words.dataset['label'] = `${label} `
      else delete words.dataset['label']
    }
    show(node)
    places.put(id, { line, foot, margin })
    const isBeside = (target: EventTarget | null): boolean => target instanceof Node && (foot.contains(target) || margin.contains(target))
    return {
      dom: line,
      contentDOM: words,
      update: next => {
        if (next.type !== node.type || next.attrs['id'] !== id) return false
        show(next)
        return true
      },
      stopEvent: event => isBeside(event.target),
      ignoreMutation: mutation => isBeside(mutation.target),
      destroy: () => leave(places, id, line),
    }
  }
}

/** When a paragraph is drawn anew, its new place may be told of before the old one leaves. */
function leave(places: Places, id: string, line: HTMLElement): void {
  if (places.all().get(id)?.line === line) places.put(id, null)
}
