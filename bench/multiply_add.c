// The machine's rate of multiply-adds of 32-bit factors into 64-bit sums, in millions a second: the limit for dense elimination modulo a prime.
// gcc -O3 -march=native multiply_add.c
#include <immintrin.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#ifdef __AVX512F__
typedef __m512i word;
#define LANES 8
#define FILL(x) _mm512_set1_epi64(x)
#define ADD(x, y) _mm512_add_epi64(x, y)
#define FIRST(x) _mm512_cvtsi512_si32(x)
#else
typedef __m256i word;
#define LANES 4
#define FILL(x) _mm256_set1_epi64x(x)
#define ADD(x, y) _mm256_add_epi64(x, y)
#define FIRST(x) _mm256_extract_epi32(x, 0)
#endif
#define SUMS 12

int main(void) {
    const long rounds = 60000000;
    word sums[SUMS], left = FILL(0x7fffffff), right = FILL(0x7ffffff1);
    for (int i = 0; i < SUMS; i++) sums[i] = FILL(i);
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    for (long round = 0; round < rounds; round++) {
#pragma GCC unroll 12
        for (int i = 0; i < SUMS; i++) {
            word product;
            __asm__ volatile("vpmuludq %2, %1, %0" : "=v"(product) : "v"(left), "v"(right));
            sums[i] = ADD(sums[i], product);
        }
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    for (int i = 1; i < SUMS; i++) sums[0] = ADD(sums[0], sums[i]);
    double seconds = (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
    printf("%.0f %d\n", rounds * (double)(SUMS * LANES) / seconds / 1e6, FIRST(sums[0]));
    return 0;
}
