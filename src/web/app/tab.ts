// A tab keeps its name through a reload and loses it when it is closed. While its page is looked at, the name is off the shelf:
// a tab that is duplicated copies the shelf, and two tabs of one name would write over each other.

const place = 'nep:tab-name'

let name = take() ?? crypto.randomUUID()

window.addEventListener('pagehide', putBack)
window.addEventListener('pageshow', event => {
  if (event.persisted) takeOver()
})
// A telephone ends a page in the background without a word.
document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? putBack() : takeOver()))

export function tabName(): string {
  return name
}

function takeOver(): void {
  name = take() ?? name
}

function take(): string | null {
  try {
    const known = sessionStorage.getItem(place)
    sessionStorage.removeItem(place)
    return known
  } catch {
    return null
  }
}

function putBack(): void {
  try {
    sessionStorage.setItem(place, name)
  } catch {
    // after a reload what was typed is then offered, not taken up by itself
  }
}
