/** The window as a whole: language, look, answers, and the frame with the screens in it. */
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Reached, ReachedProvider } from '../register.ts'
import { Frame } from './Frame.tsx'
import { Lost } from './Lost.tsx'
import { LanguageProvider } from './language.tsx'
import { theme } from './theme.ts'

/** Answers come from the same machine and change only by what is done here: no polling, no retries. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, networkMode: 'always' },
  },
})

export function App({ reached }: { readonly reached: Reached }) {
  const [lost, setLost] = useState(false)
  useEffect(() => reached.desktop.onLost(() => setLost(true)), [reached])
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <ReachedProvider value={reached}>
          <LanguageProvider>
            {lost ? <Lost /> : <Frame />}
            <Notifications position="bottom-right" />
          </LanguageProvider>
        </ReachedProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
