// Keeps the state of a search on the page true while it runs, and shows the answer when it is there.
// Without this script the link beside it does the same.
const look = async () => {
  const answer = await fetch(location.href)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = page.querySelector('[data-progress]')
  const shown = document.querySelector('[data-progress]')
  if (now === null || shown === null) return location.reload()
  if (shown.innerHTML !== now.innerHTML) shown.innerHTML = now.innerHTML
  setTimeout(look, 1000)
}
setTimeout(look, 1000)
