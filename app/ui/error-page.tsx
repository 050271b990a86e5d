/** What went wrong and what to do; words come from outside, since an error may happen before they are there. */
export function ErrorPage({
  status,
  title,
  help,
  homeLabel,
}: {
  status: number
  title: string
  help: string
  homeLabel: string
}) {
  return (
    <main id="contenu" className="mx-auto max-w-xl px-6 py-16">
      <p className="text-ink-2">{status}</p>
      <h1>{title}</h1>
      <p className="my-4">{help}</p>
      <p>
        <a href="/">{homeLabel}</a>
      </p>
    </main>
  )
}
